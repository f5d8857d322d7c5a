import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ListedPage,
  type TimedRow,
  type WalkPlace,
  walkByTime,
  walkStart,
} from '../../../electron/data/platforms/matrix/walk-by-time.ts';

/** A list by time, paged by offset, whose rows of one moment stand in another order each time. */
class ShiftingList {
  rows: TimedRow[];
  requests = 0;
  constructor(times: readonly number[]) {
    this.rows = times.map((at, serial) => ({ key: `row ${serial}`, at }));
  }

  page(from: number, limit: number): ListedPage<TimedRow> {
    this.requests += 1;
    const mixed = this.requests % 2 === 0 ? this.rows.toReversed() : [...this.rows];
    const listed = mixed.sort((a, b) => a.at - b.at);
    const rows = listed.slice(from, from + limit);
    return { rows, count: rows.length, isLast: from + limit >= listed.length };
  }

  delete(share: number): void {
    this.rows = this.rows.filter((_, position) => (position * 7919) % 100 >= share);
  }

  add(at: number): void {
    this.rows.push({ key: `late ${this.rows.length} ${this.requests}`, at });
  }
}

const settlingMs = 5;

/** Walks to the end; `between` happens after each page. Answers the keys seen, all that were given in turn, and where it rested. */
async function walk(list: ShiftingList, pageSize: number, between: (step: number) => void, from = walkStart) {
  const seen = new Set<string>();
  const given: string[] = [];
  let place: WalkPlace | null = from;
  let rest = from;
  for (let step = 0; place !== null; step += 1) {
    if (step > 2000) throw new Error('leads in circles');
    const stretch: Awaited<ReturnType<typeof walkByTime<TimedRow>>> = await walkByTime(
      place,
      { pageSize, settlingMs },
      async (at, limit) => list.page(at, limit),
    );
    for (const row of stretch.rows) seen.add(row.key);
    given.push(...stretch.rows.map(({ key }) => key));
    place = stretch.next;
    rest = stretch.rest;
    between(step);
  }
  return { seen, given, rest };
}

/** So many that a walk takes pages: left alone, fast-check would make lists of ten. */
const times = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 120, size: 'max' });

describe('a walk through a list by time', () => {
  it('leaves out nothing that stays, whatever vanishes or comes between two pages', async () => {
    const change = fc.record({
      deleted: fc.integer({ min: 0, max: 90 }),
      added: fc.array(fc.integer({ min: 61, max: 70 }), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        times,
        fc.integer({ min: 12, max: 30 }),
        fc.array(change, { maxLength: 6 }),
        async (at, size, changes) => {
          const list = new ShiftingList(at);
          const { seen } = await walk(list, size, (step) => {
            const now = changes[step];
            if (!now) return;
            list.delete(now.deleted);
            for (const time of now.added) list.add(time);
          });
          // Those that were added after the last page are the next walk's.
          const stayed = list.rows.filter(({ key }) => !key.startsWith('late'));
          expect(stayed.filter(({ key }) => !seen.has(key))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('goes on later where it rested, also when most of it vanished meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        times,
        fc.integer({ min: 0, max: 100 }),
        fc.array(fc.integer({ min: -settlingMs, max: 20 }), { maxLength: 40 }),
        async (at, deleted, added) => {
          const list = new ShiftingList(at);
          const { rest } = await walk(list, 20, () => undefined);
          list.delete(deleted);
          // Some are written late, and carry a time before that of others.
          for (const later of added) list.add(Math.max(1, Math.max(0, ...at) + later));
          const { seen } = await walk(list, 20, () => undefined, rest);
          const news = list.rows.filter(({ key }) => key.startsWith('late'));
          expect(news.filter(({ key }) => !seen.has(key))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives nothing twice while nothing moves, in whatever order rows of one moment come', async () => {
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 12, max: 30 }), async (at, size) => {
        const list = new ShiftingList(at);
        const { given, rest } = await walk(list, size, () => undefined);
        expect(given).toHaveLength(at.length);
        expect(new Set(given).size).toBe(at.length);
        expect((await walk(list, size, () => undefined, rest)).given).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps a place of bounded size in a flood, and gives some of it again rather than losing any', async () => {
    const list = new ShiftingList(Array.from({ length: 3000 }, () => 5));
    const { seen, rest } = await walk(list, 500, () => undefined);
    expect(seen.size).toBe(3000);
    expect(rest.seen.length).toBeLessThanOrEqual(200);
  });

  it('gets past more rows of one moment than a page holds', async () => {
    const list = new ShiftingList([...Array.from({ length: 300 }, () => 5), 6, 7]);
    const { seen } = await walk(list, 20, () => undefined);
    expect(seen.size).toBe(302);
  });

  it('asks for little more than the pages themselves while nothing moves', async () => {
    const list = new ShiftingList(Array.from({ length: 1000 }, (_, position) => position + 1));
    await walk(list, 50, () => undefined);
    expect(list.requests).toBe(25);
  });
});
