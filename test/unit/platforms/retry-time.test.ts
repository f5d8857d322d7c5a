import { describe, expect, it } from 'vitest';
import { retryTime } from '../../../electron/data/platforms/http/retry-time.ts';

const now = Date.UTC(2026, 10, 22, 16, 1, 0);
const headers = (entries: Record<string, string>) => new Headers(entries);

describe('when a server wants to be asked again', () => {
  it.each([
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 16:03:00 GMT' }, 120_000],
    [
      'ISO 8601 with microseconds',
      { 'x-ratelimit-reset': '2026-11-22T16:05:00.123456Z', 'x-ratelimit-remaining': '0' },
      240_123,
    ],
    ['unix seconds', { 'x-ratelimit-reset': String(now / 1000 + 90), 'x-ratelimit-remaining': '0' }, 90_000],
    ['nothing', {}, 60_000],
    ['nonsense', { 'retry-after': 'soon', 'x-ratelimit-reset': '?' }, 60_000],
    ['the past', { 'retry-after': 'Sun, 22 Nov 2026 15:00:00 GMT' }, 1_000],
    ['next year', { 'retry-after': '99999999' }, 3_600_000],
  ])('understands %s', (_name, entries, wait) => {
    expect(retryTime(headers(entries), now, false) - now).toBe(wait);
  });

  it('measures by the clock of the server, so that a wrong one here does no harm', () => {
    const answer = headers({
      date: 'Sun, 22 Nov 2026 12:00:00 GMT',
      'x-ratelimit-reset': '2026-11-22T12:04:00.000000Z',
      'x-ratelimit-remaining': '0',
    });
    expect(retryTime(answer, now, false) - now).toBe(240_000);
  });

  it('waits for the hidden 15-minute window when a page is refused although requests are left', () => {
    const answer = headers({ 'x-ratelimit-reset': '2026-11-22T16:05:00.000000Z', 'x-ratelimit-remaining': '120' });
    expect(retryTime(answer, now, true)).toBe(Date.UTC(2026, 10, 22, 16, 15));
    expect(retryTime(answer, now, false)).toBe(Date.UTC(2026, 10, 22, 16, 5));
  });
});
