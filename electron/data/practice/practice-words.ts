import arabic from '../../../shared/strings/ar/practice.json' with { type: 'json' };
import english from '../../../shared/strings/en/practice.json' with { type: 'json' };
import { directionOf } from '../../../shared/strings/languages.ts';
import type { PracticeWords } from './http/consent-page.ts';

/** The practice server's few words in a language that Hearth speaks, otherwise in English. */
export function practiceWords(language: string): PracticeWords {
  const isArabic = language === 'ar';
  return { ...(isArabic ? arabic : english), language: isArabic ? 'ar' : 'en', direction: directionOf(language) };
}
