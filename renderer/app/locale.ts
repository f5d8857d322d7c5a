import type { SettingValueOf } from '../../shared/settings/settings.ts';
import { chooseLanguage, type Language } from '../../shared/strings/languages.ts';

/** The language to speak: the chosen one, or the first of the system's that Hearth speaks. */
export function speak(chosen: SettingValueOf<'language'>, system: readonly string[]): Language {
  return chosen === 'system' ? chooseLanguage(system) : chosen;
}

/**
 * The locale for numbers and dates: the language with the region the system names for it, so that an Egyptian machine
 * writes ١٢ and a Moroccan one 12; a person may fix the digits instead.
 */
export function localeFor(language: Language, system: readonly string[], numerals: SettingValueOf<'numerals'>): string {
  const regional = system.find((tag) => tag.split('-')[0]?.toLowerCase() === language) ?? language;
  if (numerals === 'language') return regional;
  return new Intl.Locale(regional, { numberingSystem: numerals === 'latin' ? 'latn' : 'arab' }).toString();
}
