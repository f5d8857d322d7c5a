import { describe, expect, it } from 'vitest';
import { sayDay, sayExactly, sayWhen } from '../../../renderer/ui/format/date-words.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import { strings } from '../../../shared/strings/en.ts';
import { languages } from '../../../shared/strings/languages.ts';

const day = Date.UTC(2026, 9, 3, 12);
/** 10/3/2026 and 3/10/2026 are the same letters for two days. */
const ambiguous = /[\d٠-٩]{1,2}\/[\d٠-٩]{1,2}(?:\/|\b)/;

function dated(words: object, path: string): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'object') return dated(value as object, `${path}${key}.`);
    return String(value).includes('datetime') ? [`${path}${key}`] : [];
  });
}

const keys = Object.entries(strings).flatMap(([topic, words]) => dated(words, `${topic}:`));

describe('a date', () => {
  it('names its month in every sentence that holds one', async () => {
    expect(keys.length).toBeGreaterThan(5);
    for (const { code } of languages) {
      const t = (await createTranslator(code)).t as unknown as (key: string, options: object) => string;
      for (const key of keys) {
        const said = t(key, {
          start: day,
          end: day,
          tag: 'x',
          active: 1,
          fresh: 1,
          returning: 1,
          resurrected: 1,
          dormant: 1,
        });
        expect(said, key).not.toMatch(ambiguous);
        expect(said, key).toMatch(/2026|٢٠٢٦/);
      }
    }
  });

  it('names its month wherever the window says one by itself', () => {
    for (const locale of ['en', 'en-US', 'en-GB', 'ar', 'ar-EG']) {
      const context = { locale, now: day + 90 * 86_400_000, timeZone: 'UTC' };
      for (const said of [sayDay(day, context), sayExactly(day, context), sayWhen(day, context)])
        expect(said, locale).not.toMatch(ambiguous);
    }
  });
});
