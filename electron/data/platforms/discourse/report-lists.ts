import type { Instant } from '../../../../shared/domain/ids.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { NewReportsPage, Page, RemoteReport } from '../platform.ts';
import { type ReviewPage, readReviewPage } from './review-page.ts';
import type { Standings } from './standings.ts';

/** A report is surely listed this long after it was created, however slowly the server writes. */
const settledAfterMs = 15 * 60_000;
const second = 1000;

/**
 * Where to go on. Each page starts at the time of the newest report of the page before, which comes again: reports that leave
 * the list or join it meanwhile move nobody else out of sight, as they would with a place counted from the beginning. Only
 * among reports of one and the same moment is counted.
 */
interface Place {
  readonly from: Instant | null;
  readonly offset: number;
  /** The newest report of this pass. */
  readonly seen: Instant | null;
}

const beginning: Place = { from: null, offset: 0, seen: null };

/** One page of reports of every state, oldest first. */
export async function listNewReports(
  http: HttpClient,
  standings: Standings,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const place = readPlace(cursor);
  const page = await readReviewPage(http, standings, { status: 'all', ...place }, signal);
  const seen = latest(place.seen, page.newest);
  const next = placeAfter({ ...place, seen }, page);
  const items = page.reports;
  if (next) return { items, rejected: page.rejected, next: writePlace(next), resume: writePlace(next) };
  return { items, rejected: page.rejected, next: null, resume: writePlace(nextPass(place, seen)) };
}

/** One page of open reports, oldest first. */
export async function listOpenReports(
  http: HttpClient,
  standings: Standings,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<RemoteReport>> {
  const place = readPlace(cursor);
  const page = await readReviewPage(http, standings, { status: 'pending', ...place }, signal);
  const next = placeAfter(place, page);
  // A server that reads the filter differently must not make closed reports look open.
  const items = page.reports.filter(({ state }) => state === 'open');
  return { items, rejected: page.rejected, next: next && writePlace(next) };
}

function placeAfter(place: Place, page: ReviewPage): Place | null {
  if (!page.more) return null;
  if (page.newest !== null && (place.from === null || page.newest > place.from))
    return { ...place, from: page.newest, offset: 0 };
  return { ...place, offset: place.offset + Math.max(1, page.count - 1) };
}

/**
 * The next pass begins a while before the newest report of this one: one that was being written meanwhile may turn up with an
 * earlier time. Never later than by our own clock, lest a wrong one on the other side hides what comes.
 */
function nextPass(place: Place, seen: Instant | null): Place {
  const newest = latest(seen, place.from);
  if (newest === null) return beginning;
  const from = Math.min(newest, Date.now()) - settledAfterMs;
  return { from: Math.floor(from / second) * second, offset: 0, seen: null };
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function writePlace({ from, offset, seen }: Place): string {
  return JSON.stringify([from, offset, seen]);
}

/** A cursor that can't be read starts from the beginning. */
function readPlace(cursor: string | null): Place {
  if (cursor === null) return beginning;
  try {
    const [from, offset, seen] = JSON.parse(cursor) as [unknown, unknown, unknown];
    return { from: wholeOr(from, null), offset: wholeOr(offset, 0), seen: wholeOr(seen, null) };
  } catch {
    return beginning;
  }
}

function wholeOr<Otherwise extends number | null>(value: unknown, otherwise: Otherwise): number | Otherwise {
  return Number.isSafeInteger(value) ? (value as number) : otherwise;
}
