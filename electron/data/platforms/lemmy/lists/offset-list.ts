import type { ListPage, Order, Place } from './list-page.ts';
import { type PageWindow, startOf, windowFrom } from './page-window.ts';

/** How far to go back when the list has moved under the reader. */
const stepBack = 49;

/** One page of a list counted from its beginning, with the number of each item where it has one. */
export interface NumberedPage<Entry> {
  readonly entries: readonly Entry[];
  readonly numbers: readonly (number | null)[];
}

interface Offset {
  readonly offset: number;
  /** Number of the last item seen. */
  readonly last: number | null;
}

/**
 * Reads on in a list that is counted from its beginning and shifts when items before the place come, close or vanish. Each
 * page begins with the last item of the one before. When it is not there, nor anything that stands before it, items have gone
 * from in front and what followed has moved up: then one goes back until the pages join. Numbers grow with time, as the
 * order of the list does.
 */
export async function readOffsetList<Entry>(
  order: Order,
  place: Place | null,
  fetchPage: (window: PageWindow) => Promise<NumberedPage<Entry>>,
): Promise<ListPage<Entry>> {
  const from = readPlace(place);
  for (let offset = from.offset; ; ) {
    const window = windowFrom(offset);
    if (window === null) return { entries: [], next: null, isCut: true };
    const { entries, numbers } = await fetchPage(window);
    const start = startOf(window);
    if (start === 0 || joins(order, from.last, numbers)) {
      const isFull = entries.length >= window.limit;
      const next = { offset: start + entries.length - 1, last: numbers.findLast((one) => one !== null) ?? null };
      return { entries, next: isFull ? JSON.stringify(next) : null, isCut: false };
    }
    offset = Math.max(0, start - stepBack);
  }
}

/** True when nothing can lie between the last item seen and this page. */
function joins(order: Order, last: number | null, numbers: readonly (number | null)[]): boolean {
  if (last === null || numbers.includes(last)) return last !== null;
  const first = numbers.find((one) => one !== null);
  if (first === undefined || first === null) return false;
  return order === 'newest' ? first > last : first < last;
}

function readPlace(place: Place | null): Offset {
  if (place === null) return { offset: 0, last: null };
  const { offset, last } = JSON.parse(place) as Offset;
  return { offset, last };
}
