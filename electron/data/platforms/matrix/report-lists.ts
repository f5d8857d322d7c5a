import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import { RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { NewReportsPage, Page, RejectedItem, RemoteReport } from '../platform.ts';
import { adminPath } from './admin-path.ts';
import type { AdminReader } from './admin-reader.ts';
import { memberOf } from './decode-event.ts';
import { decodeUserReport, type LookUp } from './decode-report.ts';
import { inBatches } from './in-batches.ts';
import { type NewPlace, type OpenPlace, readNewPlace, readOpenPlace, writePlace } from './list-place.ts';
import { lacksPath } from './read-refusal.ts';
import { formatReportId, type ReportId, type ReportKind } from './report-id.ts';
import { type ListedPage, type Stretch, type TimedRow, type WalkPlace, walkByTime, walkStart } from './walk-by-time.ts';

/** Each report about a message costs a request of its own, so a page is not long: a decision to send waits for one page. */
const pageSize = 50;
/** A report is surely listed this long after the time it carries, however slowly the server writes. */
const settlingMs = 60_000;

interface Row extends TimedRow {
  readonly id: ReportId;
  readonly hasSubject: boolean;
  /** As it came. Of a report about a person this is all there is. */
  readonly raw: unknown;
}

/** What listing needs besides the client. `lookUp` may answer from what was read a moment ago. */
export interface Listing {
  readonly http: HttpClient;
  readonly reader: AdminReader;
  readonly lookUp: (signal: AbortSignal) => LookUp;
}

/** One page of all reports, first those about messages, then those about people. */
export async function listOpenReports(
  listing: Listing,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<RemoteReport>> {
  const place = readOpenPlace(cursor);
  const { page, stretch } = await readStretch(listing, place.kind, place.at, signal);
  const next = openPlaceAfter(place, stretch.next);
  return { ...page, next: next === null ? null : writePlace(next) };
}

function openPlaceAfter({ kind }: OpenPlace, at: WalkPlace | null): OpenPlace | null {
  if (at !== null) return { kind, at };
  return kind === 'event' ? { kind: 'user', at: walkStart } : null;
}

/**
 * One page of newer reports, oldest first within each of the two lists. By the time they were received, because numbers are
 * given out again. Everything that Synapse lists is open.
 */
export async function listNewReports(
  listing: Listing,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const place = readNewPlace(cursor);
  const { kind } = place;
  const { page, stretch } = await readStretch(listing, kind, place[kind], signal);
  if (stretch.next !== null) return goOn(page, { ...place, [kind]: stretch.next });
  const rested = { ...place, [kind]: stretch.rest };
  if (kind === 'event') return goOn(page, { ...rested, kind: 'user' });
  return { ...page, next: null, resume: writePlace({ ...rested, kind: 'event' }) };
}

type Items = Pick<Page<RemoteReport>, 'items' | 'rejected'>;

function goOn(page: Items, place: NewPlace): NewReportsPage {
  const cursor = writePlace(place);
  return { ...page, next: cursor, resume: cursor };
}

async function readStretch(
  listing: Listing,
  kind: ReportKind,
  place: WalkPlace,
  signal: AbortSignal,
): Promise<{ page: Items; stretch: Stretch<Row> }> {
  const unreadable: RejectedItem[] = [];
  const stretch = await walkByTime(place, { pageSize, settlingMs }, async (from, limit) => {
    const { rejected, ...listed } = await readRows(listing.http, kind, from, limit, signal);
    unreadable.push(...rejected);
    return listed;
  });
  const { items, rejected } = await readReports(listing, stretch.rows, signal);
  return { page: { items, rejected: [...unreadable, ...rejected] }, stretch };
}

async function readRows(
  http: HttpClient,
  kind: ReportKind,
  from: number,
  limit: number,
  signal: AbortSignal,
): Promise<ListedPage<Row> & Pick<Items, 'rejected'>> {
  const path = `${adminPath}/v1/${kind}_reports?from=${from}&limit=${limit}&dir=f`;
  try {
    const { body } = await http.send({ method: 'GET', path, paged: true, signal });
    const idOf = (row: RemoteValue): ReportId => {
      const receivedAt: Instant = row.at('received_ts').number();
      return { kind, number: row.at('id').id(), receivedAt };
    };
    const decode = (row: RemoteValue, raw: unknown): Row => {
      const id = idOf(row);
      const hasSubject = kind === 'user' || !row.at('sender').isMissing;
      return { key: formatReportId(id), at: id.receivedAt, id, hasSubject, raw };
    };
    const list = memberOf(body, `${kind}_reports`);
    const { items, rejected } = decodeItems(list, decode, (row) => formatReportId(idOf(row)));
    const isLast = decodeAnswer(body, (answer) => answer.at('next_token').isMissing);
    const repeated = items.length - new Set(items.map((row) => row.key)).size;
    return { rows: items, rejected, count: items.length + rejected.length - repeated, isLast };
  } catch (error) {
    // Before 1.152 reports about people can be filed and not read.
    if (kind === 'user' && lacksPath(error)) return { rows: [], rejected: [], count: 0, isLast: true };
    throw error;
  }
}

/** The reports behind the rows. One that vanished since it was listed is left out: the open list does not have it either. */
async function readReports({ reader, ...listing }: Listing, rows: readonly Row[], signal: AbortSignal): Promise<Items> {
  const items: RemoteReport[] = [];
  const rejected: RejectedItem[] = [];
  const lookUp = listing.lookUp(signal);
  await inBatches(rows, async (row, position) => {
    const { id, raw } = row;
    // Its message was purged: who wrote it is not known any more. What was read of it before is kept, as gone; so it is set
    // aside without its id, by which it would pass for still listed.
    if (!row.hasSubject) return void rejected.push({ position, problem: 'sender: not an identifier', raw });
    try {
      const report =
        id.kind === 'user'
          ? await decodeUserReport(new RemoteValue(raw), raw, { id, lookUp })
          : await reader.report(row.key, lookUp, signal);
      if (report) items.push(report);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      rejected.push({ position, problem: error.problem, raw, remoteId: row.key });
    }
  });
  return { items: items.sort((a, b) => a.createdAt - b.createdAt), rejected };
}
