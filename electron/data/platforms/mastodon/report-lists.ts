import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeItems } from '../decode/decode-items.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { readPageLinks } from '../http/link-header.ts';
import { type NewReportsPage, type Page, PlatformError, type RemoteReport } from '../platform.ts';
import { decodeReport } from './decode-report.ts';
import type { Flavour } from './flavour.ts';
import { isNewer, newest } from './remote-order.ts';

const listPath = '/api/v1/admin/reports';

interface RawPage {
  readonly reports: readonly RemoteReport[];
  readonly rejected: Page<RemoteReport>['rejected'];
  readonly older: string | null;
  readonly newer: string | null;
  /** The server's own time when it answered. */
  readonly answeredAt: Instant;
}

/** A report is surely listed this long after its creation, however slowly the server writes. */
const settledAfterMs = 5 * 60_000;

async function readPage(http: HttpClient, path: string, signal: AbortSignal): Promise<RawPage> {
  if (!path.startsWith(listPath)) throw new PlatformError('malformed');
  const answer = await http.send({ method: 'GET', path, paged: true, signal });
  const host = new URL(http.origin).host;
  const { items, rejected } = decodeItems(answer.body, (item, raw) => decodeReport(item, raw, host));
  // Older servers name the newer page by since_id, which would jump to the newest one and leave a hole.
  const links = readPageLinks(answer.headers.get('link'), http.origin);
  return {
    reports: items,
    rejected,
    older: links.next,
    newer: links.prev?.replace(/([?&])since_id=/, '$1min_id=') ?? null,
    answeredAt: serverTime(answer),
  };
}

/** One page of open reports, newest first as the server lists them. The cursor is the path of the page. */
export async function listOpenReports(
  http: HttpClient,
  flavour: Flavour,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<RemoteReport>> {
  const page = await readPage(http, cursor ?? `${listPath}?${query(flavour.openFilter, flavour.pageSize)}`, signal);
  // A server that reads the filter differently must not make closed reports look open.
  const items = page.reports.filter((report) => report.state === 'open');
  return { items, rejected: page.rejected, next: page.older === cursor ? null : page.older };
}

/**
 * One page of newer reports, oldest first. Where the platform lists open and resolved reports apart, one pass reads the
 * open ones first and then the resolved ones, both from the same starting point. The next pass starts at the newest
 * report that surely existed when the open ones were read: one that appeared and was resolved between the two readings
 * is thus seen next time, at the price of reading a few again.
 */
export async function listNewReports(
  http: HttpClient,
  flavour: Flavour,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const place = readPlace(cursor);
  const filter = flavour.newFilters[place.pass] ?? null;
  const path = place.path ?? `${listPath}?${query(filter, flavour.pageSize)}&min_id=${place.from ?? flavour.lowestId}`;
  const page = await readPage(http, path, signal);
  const items = [...page.reports].sort((a, b) => (isNewer(a.remoteId, b.remoteId) ? 1 : -1));
  const startedAt = place.startedAt ?? page.answeredAt;
  const settled = place.pass === 0 ? items : items.filter((report) => report.createdAt < startedAt - settledAfterMs);
  const seen = newest(place.seen, settled.at(-1)?.remoteId ?? null);
  const isEmpty = page.reports.length + page.rejected.length === 0;
  if (!isEmpty && page.newer !== null && page.newer !== path) {
    return { items, rejected: page.rejected, ...goOn({ ...place, seen, startedAt, path: page.newer }) };
  }
  if (place.pass + 1 < flavour.newFilters.length) {
    return { items, rejected: page.rejected, ...goOn({ ...place, seen, startedAt, pass: place.pass + 1, path: null }) };
  }
  return { items, rejected: page.rejected, next: null, resume: newest(place.from, seen) };
}

interface Place {
  /** Where the whole pass started. */
  readonly from: string | null;
  /** The newest report so far that surely existed when the pass began. */
  readonly seen: string | null;
  /** When the pass began, by the server's clock. */
  readonly startedAt: Instant | null;
  readonly pass: number;
  readonly path: string | null;
}

function goOn(place: Place): { next: string; resume: string } {
  const cursor = JSON.stringify([place.from, place.seen, place.startedAt, place.pass, place.path]);
  return { next: cursor, resume: cursor };
}

/** A cursor is a plain id between passes, and a place inside a pass. One that can't be read starts from the beginning. */
function readPlace(cursor: string | null): Place {
  const start = { seen: null, startedAt: null, pass: 0, path: null };
  if (cursor === null || !cursor.startsWith('[')) return { ...start, from: cursor };
  try {
    type Parts = [string | null, string | null, Instant | null, number, string | null];
    const [from, seen, startedAt, pass, path] = JSON.parse(cursor) as Parts;
    return { from, seen, startedAt, pass, path };
  } catch {
    return { ...start, from: null };
  }
}

function serverTime(answer: HttpAnswer): Instant {
  const at = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(at) ? Date.now() : at;
}

function query(filter: string | null, pageSize: number): string {
  return filter === null ? `limit=${pageSize}` : `${filter}&limit=${pageSize}`;
}
