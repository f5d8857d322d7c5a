import { createInstance, type InitOptions, type i18n } from 'i18next';
import { isolateText } from '../domain/isolate-text.ts';
import type { ShownLanguage } from './languages.ts';
import { loadStrings } from './load-strings.ts';
import './typed-keys.ts';

/** What every i18next instance of Hearth has in common: typed topics, plurals by Intl, values isolated. */
export const translatorOptions = {
  fallbackLng: 'en',
  defaultNS: 'app',
  load: 'currentOnly',
  returnNull: false,
  // Nothing is escaped for HTML, because nothing is ever read as HTML; instead every value keeps its own direction.
  interpolation: { escapeValue: true, escape: isolateText },
} as const satisfies InitOptions;

/** Adds a language to a translator once; English is always there to fall back to. */
export async function addLanguage(translator: i18n, language: ShownLanguage): Promise<void> {
  for (const wanted of ['en', language] as const) {
    if (translator.hasResourceBundle(wanted, 'app')) continue;
    for (const [topic, strings] of Object.entries(await loadStrings(wanted))) {
      translator.addResourceBundle(wanted, topic, strings);
    }
  }
}

/** A translator for places without React: the native menu, the command line, reports. */
export async function createTranslator(language: ShownLanguage): Promise<i18n> {
  const translator = createInstance();
  await translator.init({ ...translatorOptions, lng: language, resources: {} });
  await addLanguage(translator, language);
  return translator;
}
