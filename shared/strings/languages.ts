/** The languages whose strings are complete. Another one joins by one line here and one folder of topics. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type Language = (typeof languages)[number]['code'];

/** A made-up language for layout tests: English, longer, with accents and brackets. Never offered in settings. */
export const pseudoLanguage = 'en-XA';

export type ShownLanguage = Language | typeof pseudoLanguage;

/** The reading direction of a language. Unknown languages read from left to right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return languages.find(({ code }) => code === language)?.direction ?? 'ltr';
}

/** The first of the wished-for languages ("ar-EG", "fr") that Hearth speaks, otherwise English. */
export function chooseLanguage(wished: readonly string[]): Language {
  for (const wish of wished) {
    const found = languages.find(({ code }) => code === wish.split('-')[0]?.toLowerCase());
    if (found) return found.code;
  }
  return 'en';
}
