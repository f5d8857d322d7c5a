import type { Instant } from '../../../../shared/domain/ids.ts';

/**
 * Where a walk stands: all that came before `since` has been seen, and of what came then or later the rows in `seen` (keys);
 * `from` is the offset at which to look next.
 */
export interface WalkPlace {
  readonly from: number;
  readonly since: Instant;
  readonly seen: readonly string[];
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
  /** Rows not seen before, oldest first. Where more than a few hundred came at once, some may come again. */
  readonly rows: readonly Row[];
  /** Where to go on; null at the end of the list. */
  readonly next: WalkPlace | null;
  /** Where a later walk starts, so that it sees what is written late. */
  readonly rest: WalkPlace;
}

export interface WalkOptions {
  readonly pageSize: number;
  /** A row is surely listed this long after the time it carries, in milliseconds. */
  readonly settlingMs: number;
}

export const walkStart: WalkPlace = { from: 0, since: 0, seen: [] };

/** Rows that two pages have in common: a list from which fewer vanish between two requests costs nothing more. */
export const overlap = 10;
const longestPage = 12_800;
/** A place is kept as a cursor, which is not to grow with a flood of reports: only so many rows are remembered. */
const mostSeen = 200;

/** The place that was written down as JSON; null when it is none. Older ones remember no rows. */
export function readWalkPlace(value: unknown): WalkPlace | null {
  const { from, since, seen = [] } = (value ?? {}) as Partial<WalkPlace>;
  const isPlace = isCount(from) && Number.isSafeInteger(since) && Array.isArray(seen);
  return isPlace ? { from, since: since as Instant, seen: seen.filter((key) => typeof key === 'string') } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/**
 * Reads on in a list that is ordered by time without a tiebreak and paged by offset. Rows that vanish move all later ones up,
 * so the offset alone would leave some out. A page is believed only when it begins with something older than what is wanted
 * next, or at the very beginning; otherwise the walk steps back and takes more at a time, until it does. Rows of one moment
 * may change places with each other between two requests: that moment counts as seen only when a later one has come.
 */
export async function walkByTime<Row extends TimedRow>(
  place: WalkPlace,
  { pageSize, settlingMs }: WalkOptions,
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
    return stretchOf(rows, { ...place, from }, page, settlingMs);
  }
}

function stretchOf<Row extends TimedRow>(
  rows: readonly Row[],
  place: WalkPlace,
  { count, isLast }: ListedPage<Row>,
  settlingMs: number,
): Stretch<Row> {
  const newest = Math.max(place.since, rows.at(-1)?.at ?? 0);
  const settled = Math.max(0, newest - settlingMs);
  const before = new Set(place.seen);
  // Only these can come again. Any of them may be forgotten: it is then given twice.
  const recent = rows.filter((row) => row.at >= settled).map(({ key }) => key);
  const seen = [...new Set([...place.seen, ...recent])].slice(-mostSeen);
  const older = rows.filter((row) => row.at < settled).length;
  return {
    rows: rows.filter((row) => row.at >= place.since && !before.has(row.key)),
    next: isLast || count === 0 ? null : { from: place.from + Math.max(1, count - overlap), since: newest, seen },
    rest: { from: Math.max(0, place.from + older - 1), since: settled, seen },
  };
}

function distinct<Row extends TimedRow>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
