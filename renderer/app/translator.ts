import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { addLanguage, translatorOptions } from '../../shared/strings/create-translator.ts';
import type { Language } from '../../shared/strings/languages.ts';

let interfaceLocale = 'en';

/** Starts i18next for React in a language; numbers and dates in sentences follow the locale of the whole interface. */
export async function startTranslator(language: Language, locale: string): Promise<i18n> {
  interfaceLocale = locale;
  await i18next.use(initReactI18next).init({
    ...translatorOptions,
    lng: language,
    resources: {},
    react: { useSuspense: false },
  });
  const { formatter } = i18next.services;
  formatter?.add('number', (value: number, _language, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(interfaceLocale, options).format(value),
  );
  formatter?.add('datetime', (value: Date | number, _language, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(interfaceLocale, options).format(value),
  );
  await addLanguage(i18next, language);
  return i18next;
}

/** Changes the language while running. Resolves when its words are there. */
export async function changeLanguage(language: Language, locale: string): Promise<void> {
  await addLanguage(i18next, language);
  interfaceLocale = locale;
  await i18next.changeLanguage(language);
}
