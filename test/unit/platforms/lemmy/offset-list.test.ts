import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListPage } from '../../../../electron/data/platforms/lemmy/lists/list-page.ts';
import { readOffsetList } from '../../../../electron/data/platforms/lemmy/lists/offset-list.ts';
import { startOf, windowFrom } from '../../../../electron/data/platforms/lemmy/lists/page-window.ts';

/** A list of numbers, newest first or oldest first, that a server pages by number. */
class ShiftingList {
  rows: number[];
  requests = 0;
  constructor(rows: number[]) {
    this.rows = rows;
  }

  fetch = async ({ page, limit }: { page: number; limit: number }) => {
    this.requests += 1;
    const numbers = this.rows.slice(limit * (page - 1), limit * page);
    return { entries: numbers, numbers };
  };
}

describe('the window of a page', () => {
  it('begins at the wanted place or a little before, and always gets on, as far as the server gives pages', () => {
    let requests = 0;
    let offset = 0;
    for (let window = windowFrom(0); window !== null; window = windowFrom(offset)) {
      expect(window.limit).toBeLessThanOrEqual(50);
      expect(window.page).toBeLessThanOrEqual(100);
      expect(startOf(window)).toBeLessThanOrEqual(offset);
      const end = startOf(window) + window.limit;
      expect(end).toBeGreaterThan(offset + 1);
      offset = end - 1;
      requests += 1;
    }
    // A hundred pages of fifty; without any overlap it would be a hundred requests.
    expect(offset).toBeGreaterThan(4_800);
    expect(requests).toBeLessThan(125);
  });

  it('ends where the server gives no further page', () => {
    expect(windowFrom(4_998)).toEqual({ page: 100, limit: 50 });
    expect(windowFrom(4_999)).toBeNull();
    expect(windowFrom(100_000)).toBeNull();
  });
});

describe('reading a list that shifts', () => {
  const removals = fc.array(fc.array(fc.nat({ max: 299 }), { maxLength: 70 }), { maxLength: 6 });
  const arrivals = fc.array(fc.nat({ max: 60 }), { maxLength: 6 });

  it.each(['newest', 'oldest'] as const)('misses nothing that was there all the time, %s first', async (order) => {
    await fc.assert(
      fc.asyncProperty(removals, arrivals, async (gone, come) => {
        const oldest = Array.from({ length: 300 }, (_, index) => index + 1);
        const list = new ShiftingList(order === 'newest' ? [...oldest].reverse() : oldest);
        const seen = new Set<number>();
        let next = 301;
        let place: string | null = null;
        for (let pages = 0; ; pages += 1) {
          const page: ListPage<number> = await readOffsetList(order, place, list.fetch);
          for (const one of page.entries) seen.add(one);
          expect(pages).toBeLessThan(60);
          place = page.next;
          if (place === null) break;
          const dropped = new Set(gone[pages] ?? []);
          list.rows = list.rows.filter((one) => !dropped.has(one));
          const added = Array.from({ length: come[pages] ?? 0 }, () => next++);
          list.rows = order === 'newest' ? [...added.reverse(), ...list.rows] : [...list.rows, ...added];
        }
        const stayed = list.rows.filter((one) => one <= 300 || order === 'oldest');
        expect(stayed.filter((one) => !seen.has(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('needs hardly more pages than a list that stands still has', async () => {
    const list = new ShiftingList(Array.from({ length: 1_000 }, (_, index) => index + 1));
    let place: string | null = null;
    do {
      place = (await readOffsetList('oldest', place, list.fetch)).next;
    } while (place !== null);
    expect(list.requests).toBeLessThanOrEqual(25);
  });

  it('says that the list goes on where nobody may read further', async () => {
    const list = new ShiftingList(Array.from({ length: 6_000 }, (_, index) => index + 1));
    let place: string | null = null;
    let isCut = false;
    do {
      const page: ListPage<number> = await readOffsetList('oldest', place, list.fetch);
      place = page.next;
      isCut = page.isCut;
    } while (place !== null);
    expect(isCut).toBe(true);
  });
});
