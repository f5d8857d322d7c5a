import { describe, expect, it } from 'vitest';
import { sayDuration, sayExactly, sayWhen, sayWhenShort } from '../../../renderer/ui/format/date-words.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const english = { locale: 'en', now, timeZone: 'UTC' };

describe('a moment in words', () => {
  it.each([
    [now - 20_000, 'now'],
    [now - 5 * minute, '5 minutes ago'],
    [now - 3 * hour, '3 hours ago'],
    [now - day, 'yesterday'],
    [now - 6 * day, '6 days ago'],
    [now + 2 * day, 'in 2 days'],
    [now - 8 * day, 'Nov 14'],
    [now - 400 * day, 'Oct 18, 2025'],
  ])('%d is "%s"', (moment, words) => {
    expect(sayWhen(moment, english)).toBe(words);
  });

  it('is short for narrow columns', () => {
    expect(sayWhenShort(now - 3 * hour, english)).toBe('3h ago');
    expect(sayWhenShort(now - 8 * day, english)).toBe('Nov 14');
  });

  it('speaks Arabic', () => {
    expect(sayWhen(now - 2 * day, { ...english, locale: 'ar' })).toBe('أول أمس');
    expect(sayWhen(now - 3 * hour, { ...english, locale: 'ar-EG' })).toBe('قبل ٣ ساعات');
  });

  it('is exact on request, with its time zone', () => {
    expect(sayExactly(now, english)).toBe('Sunday, November 22, 2026 at 12:00 PM UTC');
    expect(sayExactly(now, { locale: 'en', timeZone: 'Asia/Tokyo' })).toContain('9:00 PM');
  });

  it('takes ISO text and answers nothing for nonsense', () => {
    expect(sayWhen('2026-11-22T11:00:00Z', english)).toBe('1 hour ago');
    expect(sayWhen('not a date', english)).toBe('');
    expect(sayExactly('not a date', english)).toBe('');
  });
});

describe('a duration', () => {
  it('names its two largest units', () => {
    expect(sayDuration(2 * hour + 5 * minute + 30_000, 'en')).toBe('2 hr 5 min');
    expect(sayDuration(2 * hour + 5 * minute, 'en', 'long')).toBe('2 hours, 5 minutes');
    expect(sayDuration(0, 'en')).toBe('0 sec');
    expect(sayDuration(3 * day, 'ar', 'long')).toBe('3 أيام');
  });

  it('never goes below zero', () => {
    expect(sayDuration(-5000, 'en')).toBe('0 sec');
  });
});
