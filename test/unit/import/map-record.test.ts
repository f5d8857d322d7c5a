import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { localDaysIn } from '../../../electron/data/health/calendar/local-days.ts';
import { contentKey, sourceIdKey } from '../../../electron/data/platforms/files/activity-key.ts';
import { recordMapper } from '../../../electron/data/platforms/files/map-record.ts';
import { parseTime } from '../../../electron/data/platforms/files/parse-time.ts';

const now = Date.UTC(2026, 10, 22);
const utc = localDaysIn('UTC');
const berlin = localDaysIn('Europe/Berlin');

describe('times', () => {
  it.each([
    ['1082040961', 'unix-seconds', 1_082_040_961_000],
    ['1082040961.25', 'unix-seconds', 1_082_040_961_250],
    ['1082040961000', 'unix-milliseconds', 1_082_040_961_000],
    ['2026-01-02T03:04:05Z', 'iso-8601', Date.UTC(2026, 0, 2, 3, 4, 5)],
    ['2026-01-02 03:04', 'iso-8601', Date.UTC(2026, 0, 2, 3, 4)],
    ['2026-01-02T03:04:05.678+05:45', 'iso-8601', Date.UTC(2026, 0, 1, 21, 19, 5, 678)],
    ['2026-01-02T03:04:05-0800', 'iso-8601', Date.UTC(2026, 0, 2, 11, 4, 5)],
    ['2026-01-02', 'iso-8601', Date.UTC(2026, 0, 2)],
  ] as const)('%s as %s', (text, format, expected) => {
    expect(parseTime(text, format, utc, now)).toBe(expected);
  });

  it('without an offset are times of the zone, also on a day with a clock change', () => {
    for (const text of ['2024-03-31T01:30', '2024-03-31T12:00', '2024-10-27T12:00', '2024-07-01T12:00']) {
      expect(parseTime(text, 'iso-8601', berlin, now)).toBe(
        DateTime.fromISO(text, { zone: 'Europe/Berlin' }).toMillis(),
      );
    }
  });

  it.each([
    ['', 'iso-8601', 'time-missing'],
    ['yesterday', 'iso-8601', 'time-unreadable'],
    ['2026-02-30', 'iso-8601', 'time-unreadable'],
    ['2026-01-01T25:00', 'iso-8601', 'time-unreadable'],
    ['9999-12-31T23:59:59Z', 'iso-8601', 'time-out-of-range'],
    ['0001-01-01', 'iso-8601', 'time-out-of-range'],
    ['-5', 'unix-seconds', 'time-out-of-range'],
    ['0', 'unix-seconds', 'time-out-of-range'],
    ['99999999999999999999', 'unix-seconds', 'time-out-of-range'],
    ['1e9', 'unix-seconds', 'time-unreadable'],
    ['NaN', 'unix-seconds', 'time-unreadable'],
  ] as const)('%j as %s: %s', (text, format, reason) => {
    expect(parseTime(text, format, utc, now)).toBe(reason);
  });
});

describe('records', () => {
  const columns = ['who', 'to', 'when', 'kind', 'level', 'id'];
  const mapping = {
    columns: { member: 'who', target: 'to', at: 'when', kind: 'kind', level: 'level', id: 'id' },
    timeFormat: 'iso-8601',
    defaultKind: 'post',
  } as const;
  const context = { mapping, columns, fileZone: 'UTC', communityZone: 'Asia/Tokyo', now };
  const map = recordMapper(context);
  const noon = '2026-01-01T12:00:00Z';

  it("become activities on the community's calendar", () => {
    expect(map(['ann', 'bob', '2026-01-01T20:00:00Z', '', '', ''])).toMatchObject({
      member: 'ann',
      target: 'bob',
      kind: 'post',
      level: 3,
      day: localDaysIn('Asia/Tokyo').dayOf(Date.UTC(2026, 0, 1, 20)),
      mayRepeat: true,
    });
  });

  it('stand on the ladder by kind, direction and level', () => {
    const level = (cells: string[]) => (map(cells) as { level: number }).level;
    expect(level(['ann', '', noon, 'like', '', ''])).toBe(1);
    expect(level(['ann', '', noon, 'Toot', '', ''])).toBe(2);
    expect(level(['ann', 'ann', noon, 'post', '', ''])).toBe(2);
    expect(level(['ann', '', noon, 'post', 'organised', ''])).toBe(4);
  });

  it.each([
    [['ann'], 'columns-missing'],
    [['', '', noon, '', '', ''], 'member-missing'],
    [['ann', '', noon, 'dance', '', ''], 'kind-unknown'],
    [['ann', '', noon, '', '9', ''], 'level-unknown'],
    [['a\u0000b', '', noon, '', '', ''], 'control-characters'],
    [['a\ufffdb', '', noon, '', '', ''], 'encoding'],
    [['x'.repeat(501), '', noon, '', '', ''], 'value-too-long'],
  ])('%j: %s', (cells, reason) => {
    expect(map(cells)).toBe(reason);
  });

  it('need a column for the member and the time', () => {
    const withColumns = (of: Record<string, string>) => () =>
      recordMapper({ ...context, mapping: { ...mapping, columns: of } });
    const incomplete = expect.objectContaining({ code: 'mapping-incomplete' });
    expect(withColumns({ member: 'who' })).toThrow(incomplete);
    expect(withColumns({ member: 'who', at: 'gone' })).toThrow(incomplete);
    expect(() => recordMapper({ ...context, fileZone: 'Mars/Base' })).toThrow(
      expect.objectContaining({ code: 'time-zone-unknown' }),
    );
  });
});

describe('keys', () => {
  const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');
  const content = { member: 'a', target: 'b', at: 1_082_040_961_000, kind: 'message' } as const;

  it('tell activities apart, and stay short', () => {
    const keys = [
      contentKey(content),
      contentKey({ ...content, target: null }),
      contentKey({ ...content, member: 'ab', target: '' }),
      contentKey({ ...content, at: content.at + 1 }),
      contentKey({ ...content, kind: 'post' }),
      contentKey({ ...content, member: 'a'.repeat(200) }),
      sourceIdKey('post', '1'),
      sourceIdKey('reaction', '1'),
      sourceIdKey('post', '1'.repeat(200)),
    ];
    expect(new Set(keys.map(hex)).size).toBe(keys.length);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(47);
    expect(hex(contentKey(content))).toBe(hex(contentKey({ ...content })));
  });
});
