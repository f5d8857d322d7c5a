import { pseudoLanguage, type ShownLanguage } from './languages.ts';
import { toPseudoLanguage } from './pseudo-language.ts';
import type { Topic } from './typed-keys.ts';

/** Strings of one language by topic, as i18next takes them. */
export type LoadedStrings = Record<Topic, Record<string, unknown>>;

/** Reads all topics of a language. Only the languages in use are loaded. */
export async function loadStrings(language: ShownLanguage): Promise<LoadedStrings> {
  if (language === 'ar') return (await import('./ar.ts')).strings;
  const english = (await import('./en.ts')).strings;
  return language === pseudoLanguage ? toPseudoLanguage(english) : english;
}
