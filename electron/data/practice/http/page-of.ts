import type { Answer } from './answer.ts';
import { ok } from './answer.ts';

interface Listed {
  readonly id: string;
}

export interface PageRequest {
  readonly query: URLSearchParams;
  readonly origin: string;
  readonly path: string;
  readonly usual: number;
  readonly most: number;
  /** Mastodon leaves the link to older ones out when the page is not full. */
  readonly endsQuietly: boolean;
}

/**
 * One page of a list that is given oldest first: `max_id` older ones, `since_id` the newest after it, `min_id` those right
 * after it. Answers newest first with a Link header; an empty page has none.
 */
export function pageOf<Item extends Listed>(
  items: readonly Item[],
  write: (item: Item) => unknown,
  at: PageRequest,
): Answer {
  const limit = Math.min(Math.max(Number(at.query.get('limit') ?? at.usual) || at.usual, 1), at.most);
  const maxId = at.query.get('max_id');
  const sinceId = at.query.get('since_id');
  const minId = at.query.get('min_id');
  const from = Math.max(place(items, minId) ?? 0, place(items, sinceId) ?? 0);
  const to = maxId === null ? items.length : placeBefore(items, maxId);
  const within = items.slice(from, Math.max(from, to));
  const page = (minId === null ? within.slice(-limit) : within.slice(0, limit)).reverse();
  const newest = page[0];
  const oldest = page.at(-1);
  if (newest === undefined || oldest === undefined) return ok([]);
  const older = `<${pageLink(at, 'max_id', oldest.id)}>; rel="next"`;
  const newer = `<${pageLink(at, 'min_id', newest.id)}>; rel="prev"`;
  const isLast = at.endsQuietly && page.length < limit;
  return ok(page.map(write), { link: isLast ? newer : `${older}, ${newer}` });
}

/** The position right after the item with this id. */
function place(items: readonly Listed[], id: string | null): number | null {
  if (id === null) return null;
  return lowerBound(items, id, true);
}

function placeBefore(items: readonly Listed[], id: string): number {
  return lowerBound(items, id, false);
}

function lowerBound(items: readonly Listed[], id: string, orEqual: boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareIds(items[middle]?.id ?? '', id);
    if (order < 0 || (orEqual && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function pageLink(at: PageRequest, name: string, id: string): string {
  const query = new URLSearchParams(at.query);
  for (const cursor of ['max_id', 'since_id', 'min_id']) query.delete(cursor);
  query.set(name, id);
  return `${at.origin}${at.path}?${query}`;
}
