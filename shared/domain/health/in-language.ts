/** The language that texts are kept under: without a region, so that one question has one text for it. */
export function plainLanguage(language: string): string {
  return language.split('-')[0] ?? language;
}

/** The text in a language, else in English, else the first one there is; empty where there is none. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[plainLanguage(language)] || texts.en || Object.values(texts).find((text) => text !== '') || '';
}
