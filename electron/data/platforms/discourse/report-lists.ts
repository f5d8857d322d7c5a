import type { Instant } from '../../../../shared/domain/ids.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { NewReportsPage, Page, RemoteReport } from '../platform.ts';
import { type ReviewPage, readReviewPage } from './review-page.ts';
import type { Standings } from './standings.ts';
import { isAll, type Numbers, numbersToAsk, type Span, withAsked, withShown } from './unseen-numbers.ts';

/** A report is surely listed this long after it was created, however slowly the server writes. */
const settledAfterMs = 15 * 60_000;
const second = 1000;
/** In one pass no more than so many requests are spent on numbers that no list has shown; the next pass goes on. */
const mostAskings = 5;

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

/** The place of a pass over reports of every state, which ends with asking for numbers that no list has shown. */
interface NewPlace extends Place {
  readonly numbers: Numbers;
  /** How many more requests may ask for numbers in this pass; null while the list is read by date. */
  readonly askings: number | null;
}

/**
 * One page of reports of every state, oldest first. The list can be asked for by date alone, so what is filed while the site's
 * clock is wrong, and closed at once, is in none: after it come the numbers that were not shown.
 */
export async function listNewReports(
  http: HttpClient,
  standings: Standings,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const place = readNewPlace(cursor);
  if (place.askings !== null) return askForNumbers(http, standings, place, signal);
  const page = await readReviewPage(http, standings, { status: 'all', ...place }, signal);
  const seen = latest(place.seen, page.newest);
  const numbers = withShown(place.numbers, page.numbers);
  const next = placeAfter({ ...place, seen }, page);
  if (next) return goOn(page, { ...next, numbers, askings: null });
  const rested: NewPlace = { ...nextPass(place, seen), numbers, askings: null };
  return numbers.highest === 0 ? rest(page, rested) : goOn(page, { ...rested, askings: mostAskings });
}

async function askForNumbers(
  http: HttpClient,
  standings: Standings,
  place: NewPlace,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const ids = numbersToAsk(place.numbers);
  const page = await readReviewPage(http, standings, { status: 'all', from: null, offset: 0, ids }, signal);
  const asked = new Set(ids);
  // A site that does not know this filter answers with the beginning of everything.
  const shown = page.numbers.filter((number) => asked.has(number));
  const after = withShown(place.numbers, shown);
  // More of them than fit into a page: those not shown are asked for once more.
  const goesOn = page.more && shown.length > 0;
  const numbers = goesOn ? after : withAsked(after, ids);
  const askings = (place.askings ?? 0) - 1;
  const isDone = !goesOn && isAll(numbers, ids);
  if (isDone || askings <= 0) return rest(page, { ...place, numbers, askings: null });
  return goOn(page, { ...place, numbers, askings });
}

function goOn({ reports, rejected }: ReviewPage, place: NewPlace): NewReportsPage {
  const cursor = writeNewPlace(place);
  return { items: reports, rejected, next: cursor, resume: cursor };
}

function rest({ reports, rejected }: ReviewPage, place: NewPlace): NewReportsPage {
  return { items: reports, rejected, next: null, resume: writeNewPlace(place) };
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

function writeNewPlace({ from, offset, seen, numbers, askings }: NewPlace): string {
  return JSON.stringify([from, offset, seen, numbers.highest, numbers.missing, askings]);
}

/** A cursor that can't be read starts from the beginning. */
function readPlace(cursor: string | null): Place {
  const [from, offset, seen] = fieldsOf(cursor);
  return { from: wholeOr(from, null), offset: wholeOr(offset, 0), seen: wholeOr(seen, null) };
}

/** One that was written before numbers were looked at goes on by date. */
function readNewPlace(cursor: string | null): NewPlace {
  const [, , , highest, missing, askings] = fieldsOf(cursor);
  const numbers: Numbers = { highest: wholeOr(highest, 0), missing: isSpans(missing) ? missing : [] };
  return { ...readPlace(cursor), numbers, askings: wholeOr(askings, null) };
}

function fieldsOf(cursor: string | null): readonly unknown[] {
  try {
    const fields: unknown = JSON.parse(cursor ?? '[]');
    return Array.isArray(fields) ? fields : [];
  } catch {
    return [];
  }
}

function isSpans(value: unknown): value is readonly Span[] {
  return Array.isArray(value) && value.every((span) => Array.isArray(span) && span.every(Number.isSafeInteger));
}

function wholeOr<Otherwise extends number | null>(value: unknown, otherwise: Otherwise): number | Otherwise {
  return Number.isSafeInteger(value) ? (value as number) : otherwise;
}
