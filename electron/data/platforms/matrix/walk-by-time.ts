import type { Instant } from '../../../../shared/domain/ids.ts';

/** Where a walk stands: all that came before `since` has been seen; `from` is the offset at which to look next. */
export interface WalkPlace {
  readonly from: number;
  readonly since: Instant;
}

/** A row of a list, with the time by which the list is ordered. `key` tells it from every other row. */
export interface TimedRow {
  readonly key: string;
  readonly at: Instant;
}

/** One page as the server gave it, from `from` on, oldest first. */
export interface ListedPage<Row extends TimedRow> {
  /** Those that can be read. */
  readonly rows: readonly Row[];
  /** How many places of the list it covers, with rows that can't be read. */
  readonly count: number;
  readonly isLast: boolean;
}

export interface Stretch<Row extends TimedRow> {
  /** Rows not seen before, oldest first; those of the very moment `since` may come again. */
  readonly rows: readonly Row[];
  /** Where to go on; null at the end of the list. */
  readonly next: WalkPlace | null;
  /** Where a later walk starts, so that it sees what is written up to `settlingMs` late. */
  readonly restAt: (settlingMs: number) => WalkPlace;
}

export const walkStart: WalkPlace = { from: 0, since: 0 };

/** Rows that two pages have in common: a list from which fewer vanish between two requests costs nothing more. */
export const overlap = 10;
const longestPage = 12_800;

/**
 * Reads on in a list that is ordered by time without a tiebreak and paged by offset. Rows that vanish move all later ones up,
 * so the offset alone would leave some out. A page is believed only when it begins with something older than what is wanted
 * next, or at the very beginning; otherwise the walk steps back and takes more at a time, until it does. Rows of one moment
 * may change places with each other between two requests: that moment counts as seen only when a later one has come.
 */
export async function walkByTime<Row extends TimedRow>(
  place: WalkPlace,
  pageSize: number,
  readPage: (from: number, limit: number) => Promise<ListedPage<Row>>,
): Promise<Stretch<Row>> {
  const end = place.from + pageSize;
  let { from } = place;
  let limit = pageSize;
  for (let back = pageSize; ; back *= 2) {
    const page = await readPage(from, limit);
    const rows = distinct(page.rows).sort((a, b) => a.at - b.at);
    const first = rows[0];
    if (from > 0 && (!first || first.at >= place.since)) {
      // So much has vanished that the beginning is nearer than guessing.
      from = back > longestPage ? 0 : Math.max(0, from - back);
      limit = Math.min(end - from, longestPage);
      continue;
    }
    return stretchOf(rows, { from, since: place.since }, page);
  }
}

function stretchOf<Row extends TimedRow>(
  rows: readonly Row[],
  place: WalkPlace,
  { count, isLast }: ListedPage<Row>,
): Stretch<Row> {
  const newest = Math.max(place.since, rows.at(-1)?.at ?? 0);
  return {
    rows: rows.filter((row) => row.at >= place.since),
    next: isLast || count === 0 ? null : { from: place.from + Math.max(1, count - overlap), since: newest },
    restAt(settlingMs) {
      const since = Math.max(0, newest - settlingMs);
      const older = rows.filter((row) => row.at < since).length;
      return { from: Math.max(0, place.from + older - 1), since };
    },
  };
}

function distinct<Row extends TimedRow>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
