import type { HttpClient } from '../http/http-client.ts';
import type { NewReportsPage } from '../platform.ts';
import { type FlagPage, type FlagRow, readFlagPage } from './flag-page.ts';
import { readFlags } from './read-flags.ts';

const perPage = 20;
/** Several processes of one forum make flags with clocks of their own. */
const overlapMs = 5 * 60_000;

/**
 * One page of newer flags, oldest first. The list in the order of making only grows at its end, except that a purged flag
 * lets everything after it move up; then the reading goes back until it meets what it knows. A new complaint about something
 * that was flagged before comes under the old flag and is seen on the list of open ones.
 */
export async function listNewFlags(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const place = readPlace(cursor);
  const { page, list } = await findPage(http, place, signal);
  const news = list.rows.filter((row) => row.createdAt > place.at - overlapMs || Number(row.id) > place.id);
  const flags = await readFlags(
    http,
    news.map(({ id }) => id),
    signal,
  );
  const reached = { at: newest(place.at, list.rows, (row) => row.createdAt), id: newest(place.id, list.rows, idOf) };
  const hasMore = page * perPage < list.count;
  const resume = JSON.stringify([reached.at, reached.id, hasMore ? page + 1 : page]);
  const rejected = [...list.rejected, ...flags.rejected];
  return { items: flags.items, rejected, next: hasMore ? resume : null, resume };
}

/** How far the reading has come: the time and the highest id of what was seen, and the page to look at next. */
interface Place {
  readonly at: number;
  readonly id: number;
  readonly page: number;
}

interface Found {
  readonly page: number;
  readonly list: FlagPage;
}

/**
 * The page on which what is new begins. A page that begins with something new must not have a gap before it: unless its
 * number follows directly, the page before is looked at, and taken where it holds something new as well.
 */
async function findPage(http: HttpClient, place: Place, signal: AbortSignal): Promise<Found> {
  const read = async (page: number): Promise<Found> => ({
    page,
    list: await readFlagPage(http, { page, perPage }, signal),
  });
  let found = await read(place.page);
  const last = Math.max(1, Math.ceil(found.list.count / perPage));
  if (found.page > last) found = await read(last);
  while (found.page > 1 && beginsNew(found.list.rows, place)) {
    const before = await read(found.page - 1);
    if (before.list.rows.length > 0 && before.list.rows.every((row) => isKnown(row, place))) break;
    found = before;
  }
  return found;
}

function beginsNew(rows: readonly FlagRow[], place: Place): boolean {
  if (rows.length === 0) return false;
  return !rows.some((row) => isKnown(row, place)) && Math.min(...rows.map(idOf)) > place.id + 1;
}

function isKnown(row: FlagRow, place: Place): boolean {
  return row.createdAt <= place.at && idOf(row) <= place.id;
}

function idOf(row: FlagRow): number {
  return Number(row.id);
}

function newest(known: number, rows: readonly FlagRow[], of: (row: FlagRow) => number): number {
  return Math.max(known, ...rows.map(of));
}

/** A cursor that can't be read starts from the beginning. */
function readPlace(cursor: string | null): Place {
  try {
    const [at, id, page] = JSON.parse(cursor ?? '[]') as unknown[];
    if (typeof at === 'number' && typeof id === 'number' && typeof page === 'number' && page >= 1) {
      return { at, id, page };
    }
  } catch {
    // Falls through.
  }
  return { at: 0, id: 0, page: 1 };
}
