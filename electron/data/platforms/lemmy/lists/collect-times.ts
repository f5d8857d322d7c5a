import { RemoteValue, ShapeError } from '../../decode/remote-value.ts';
import { timeOf } from '../decode-parts.ts';
import { type ListPage, type Place, readFrom } from './list-page.ts';
import { numberAt } from './raw-list.ts';

/** So many pages at most: this is a number on a chart, not evidence. */
const mostPages = 20;

/** When each item of a list, newest first, was published, back to an instant. `field` holds the item's number and time. */
export async function collectTimes(
  field: string,
  from: number,
  readPage: (place: Place | null) => Promise<ListPage<unknown>>,
): Promise<readonly number[]> {
  const seen = new Map<number, number>();
  let place: Place | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: ListPage<unknown> = await readFrom(place, readPage);
    for (const raw of page.entries) note(seen, raw, field);
    place = page.next;
    if (place === null || Math.min(...seen.values()) < from) break;
  }
  return [...seen.values()].filter((at) => at >= from);
}

/** An item that comes twice counts once, and one that can't be read not at all. */
function note(seen: Map<number, number>, raw: unknown, field: string): void {
  const number = numberAt(raw, field);
  if (number === null) return;
  try {
    seen.set(number, timeOf(new RemoteValue(raw).at(field), 'published').instant());
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
  }
}
