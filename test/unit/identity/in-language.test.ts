import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';

describe('words kept in several languages', () => {
  const texts = { de: 'Welche Wörter?', en: 'Which words?', ar: 'أي كلمات؟' };

  it('are said in the language wanted, whatever its region', () => {
    expect(inLanguage(texts, 'ar')).toBe(texts.ar);
    expect(inLanguage(texts, 'ar-EG')).toBe(texts.ar);
  });

  it('are said in English where the language is missing or empty, else in the first there is', () => {
    expect(inLanguage(texts, 'fr')).toBe(texts.en);
    expect(inLanguage({ ...texts, fr: '' }, 'fr-CA')).toBe(texts.en);
    expect(inLanguage({ de: texts.de, ar: texts.ar }, 'fr')).toBe(texts.de);
    expect(inLanguage({ fr: '', ar: texts.ar }, 'fr')).toBe(texts.ar);
    expect(inLanguage({}, 'en')).toBe('');
  });
});
