import type { Instant } from '../../../../shared/domain/ids.ts';
import type { RejectedItem } from '../platform.ts';

/** Several processes write with clocks of their own: what is a little older than the newest known is taken again. */
const overlapMs = 5 * 60_000;
/** A call that finds more than this many new pages goes on from the oldest of them. */
const mostPages = 30;

/** How far a list has been read: the time of the newest item known, and the page to look at, null for "not begun". */
export interface Walk {
  readonly at: Instant;
  readonly page: number | null;
}

/** One page of a list that has its newest items first, and when it was answered by the forum's clock. */
export interface NewestFirstPage<Item> {
  readonly answeredAt: Instant;
  readonly items: readonly Item[];
  readonly rejected: readonly RejectedItem[];
}

export interface Stretch<Item> {
  /** Oldest first. */
  readonly items: readonly Item[];
  readonly rejected: readonly RejectedItem[];
  /** Where to go on; `page` is null when everything has been read. */
  readonly walk: Walk;
}

/**
 * Reads the next stretch of a list that shows its newest items first, page by page, from the old end towards the new one.
 * Whatever is added meanwhile pushes items from a page not yet read onto one that has been. So a page counts as following
 * the last one only when the page behind it holds nothing new any more; otherwise that one's new items are taken along.
 * Items from the future, such as topics that are scheduled, wait until their time has come.
 */
export async function walkNewestFirst<Item extends { readonly at: Instant }>(
  walk: Walk,
  list: {
    readonly read: (page: number) => Promise<NewestFirstPage<Item>>;
    /** Page that may be the last; an empty one before it is a page of things that we may not see. */
    readonly last: () => Promise<number>;
  },
): Promise<Stretch<Item>> {
  const last = walk.page === null && walk.at > 0 ? 0 : await list.last();
  const first = walk.page ?? (walk.at > 0 ? 1 : Math.max(1, last));
  const items: Item[] = [];
  const rejected: RejectedItem[] = [];
  for (let page = first; ; page += 1) {
    const found = await list.read(page);
    const past = found.items.filter((item) => item.at <= found.answeredAt);
    items.push(...past.filter((item) => item.at > walk.at - overlapMs));
    rejected.push(...found.rejected);
    const meetsKnown = past.some((item) => item.at <= walk.at);
    const isEnd = found.items.length + found.rejected.length === 0 && page > last;
    if (meetsKnown || isEnd) break;
    if (page - first + 1 >= mostPages) return { items: [], rejected: [], walk: { ...walk, page: page + 1 } };
  }
  items.sort((a, b) => a.at - b.at);
  const at = Math.max(walk.at, ...items.map((item) => item.at));
  return { items, rejected, walk: { at, page: first > 1 ? first - 1 : null } };
}
