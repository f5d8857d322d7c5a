import { decodeItems } from '../decode/decode-items.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { type NewReportsPage, type Page, PlatformError, type RemoteReport } from '../platform.ts';
import { ask } from './ask.ts';
import { decodeReport, type ListedReport } from './decode-report.ts';
import { itemsOf, oldestId } from './id-order.ts';
import type { NoteShelf } from './note-shelf.ts';
import { afterPage, readPlace } from './upward.ts';

const list = 'admin/abuse-user-reports';
/** Half of what the server allows: every report of a page may need a note or more read besides. */
const pageSize = 50;

function listed(
  http: HttpClient,
  answer: HttpAnswer,
): { items: ListedReport[]; rejected: Page<RemoteReport>['rejected'] } {
  return decodeItems(answer.body, (item, raw) => decodeReport(item, raw, http.origin));
}

/**
 * One page of newer reports, oldest first: with `sinceId` alone Misskey lists upwards. In the very first pass the notes of
 * reports that were closed before Hearth came are not read: on an old server that would be thousands of requests for
 * reports that make no work.
 */
export async function listNewReports(
  http: HttpClient,
  shelf: NoteShelf,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const place = readPlace(cursor);
  const answer = await ask(http, list, { limit: pageSize, sinceId: place.since }, signal, { paged: true });
  const { items, rejected } = listed(http, answer);
  const reports: RemoteReport[] = [];
  for (const item of items.sort((a, b) => (a.remoteId < b.remoteId ? -1 : 1))) {
    const noteIds = place.isFirst && !item.isOpen ? [] : item.noteIds;
    reports.push(item.withPosts(await shelf.read(noteIds, signal)));
  }
  return { items: reports, rejected, ...afterPage(place, answer) };
}

/**
 * One page of open reports, newest first. The cursor is the oldest identifier so far, so that nothing is skipped when reports
 * are closed meanwhile.
 */
export async function listOpenReports(
  http: HttpClient,
  shelf: NoteShelf,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<RemoteReport>> {
  // A new reading of the list: the notes may have changed since the last.
  if (cursor === null) shelf.clear();
  const below = cursor === null ? {} : { untilId: cursor };
  const answer = await ask(http, list, { limit: pageSize, state: 'unresolved', ...below }, signal, { paged: true });
  const { items, rejected } = listed(http, answer);
  const reports: RemoteReport[] = [];
  for (const item of items) {
    if (item.isOpen) reports.push(item.withPosts(await shelf.read(item.noteIds, signal)));
  }
  const oldest = oldestId(itemsOf(answer.body));
  return { items: reports, rejected, next: oldest !== null && (cursor === null || oldest < cursor) ? oldest : null };
}

/**
 * The report as it stands now. There is no way to ask for one by its identifier, but nothing can stand between an identifier
 * and the same with a digit more: the list right below that begins with the report, if there is one. Absence is believed
 * only when a wider look says the same.
 */
export async function readReport(
  http: HttpClient,
  shelf: NoteShelf,
  remoteId: string,
  signal: AbortSignal,
): Promise<RemoteReport | null> {
  for (const limit of [1, 10]) {
    const answer = await ask(http, list, { limit, untilId: `${remoteId}0` }, signal);
    const { items, rejected } = listed(http, answer);
    const found = items.find((item) => item.remoteId === remoteId);
    if (found) return found.withPosts(await shelf.readAnew(found.noteIds, signal));
    if (rejected.length > 0) throw new PlatformError('malformed');
  }
  return null;
}
