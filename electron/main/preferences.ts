import { readFileSync } from 'node:fs';
import { chooseLanguage, type Language } from '../../shared/strings/languages.ts';

/** What main must know before the store is open: the language of menus and messages. */
export interface Preferences {
  /** The system's first language, as a tag such as "ar-EG". */
  readonly systemLocale: string;
  /** The language to speak now: the person's own choice, or the first of the system's that Hearth speaks. */
  readonly language: () => Language;
}

/** Reads the file in which the data process keeps what is needed before the store is open. Damaged means unset. */
export function openPreferences(looksFile: string, systemLanguages: readonly string[]): Preferences {
  return {
    systemLocale: systemLanguages[0] ?? 'en',
    language() {
      const chosen = readLanguage(looksFile);
      return chooseLanguage(chosen === null || chosen === 'system' ? systemLanguages : [chosen]);
    },
  };
}

function readLanguage(file: string): string | null {
  try {
    const { language } = JSON.parse(readFileSync(file, 'utf8')) as { language?: unknown };
    return typeof language === 'string' ? language : null;
  } catch {
    return null;
  }
}
