/** A page as Lemmy counts them: `limit` items after `limit * (page - 1)` others. */
export interface PageWindow {
  readonly page: number;
  readonly limit: number;
}

/** Lemmy gives at most so many items a page, and from some version on so many pages (crates/db_schema/src/utils.rs). */
const mostPerPage = 50;
const leastPerPage = 26;
const mostPages = 100;

/**
 * The page that begins at `offset` or a little before and reaches furthest. Pages can only begin at multiples of their own
 * length, so the length is chosen to fit. Null where no page that the server gives reaches beyond.
 */
export function windowFrom(offset: number): PageWindow | null {
  let best: PageWindow | null = null;
  for (let limit = mostPerPage; limit >= leastPerPage; limit -= 1) {
    const page = Math.floor(offset / limit) + 1;
    if (page > mostPages) continue;
    if (best === null || endOf({ page, limit }) > endOf(best)) best = { page, limit };
  }
  return best !== null && endOf(best) > offset + 1 ? best : null;
}

/** How many items stand before the page. */
export function startOf({ page, limit }: PageWindow): number {
  return limit * (page - 1);
}

function endOf(window: PageWindow): number {
  return startOf(window) + window.limit;
}
