import { decodeItems } from '../decode/decode-items.ts';
import { RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { NewReportsPage, Page, RemoteReport } from '../platform.ts';
import { decodeReport, refOf, reportField } from './decode-report.ts';
import type { ReportEntry } from './dialect.ts';
import { type Place, readFrom } from './lists/list-page.ts';
import { numberAt } from './lists/raw-list.ts';
import { type ReportKind, reportRemoteId } from './remote-ids.ts';
import type { LemmyServer } from './server.ts';
import { laterMarks, type Marks, readPosition, type Walk, writePosition } from './walk-position.ts';

/**
 * One page of newer reports. Lemmy can list reports of every state only from the newest back, and has no "since". So one pass
 * walks from the top of each list down to what is known, and only when it is through does the mark move up: a stop half-way
 * goes on where it stood, and what came in above meanwhile is the next pass's. The mark is a number per kind and not a time:
 * clocks are set back, numbers are not.
 */
export async function listNewReports(
  http: HttpClient,
  server: LemmyServer,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NewReportsPage> {
  const lists = server.dialect.reportLists(server);
  const { marks, walk } = readPosition(cursor, server);
  const first = lists[0] ?? '';
  const at: Walk = walk !== null && lists.includes(walk.list) ? walk : { list: first, place: null, top: {} };
  const page = await readFrom(at.place, (place) =>
    server.dialect.readReports(http, { list: at.list, order: 'newest', place, signal }),
  );
  const top = { ...newestOf(page.entries), ...at.top };
  const decoded = decodeEntries(page.entries, server);
  const items = [...decoded.items].sort((a, b) => a.createdAt - b.createdAt);
  const isThrough = page.next === null || isKnown(page.entries.at(-1), marks);
  const next = isThrough ? listAfter(lists, at.list) : { list: at.list, place: page.next };
  if (next !== null) {
    const resume = writePosition({ marks, walk: { ...next, top } }, server);
    return { items, rejected: decoded.rejected, next: resume, resume };
  }
  const resume = writePosition({ marks: laterMarks(marks, top), walk: null }, server);
  return { items, rejected: decoded.rejected, next: null, resume };
}

/** One page of open reports, oldest first, list by list. */
export async function listOpenReports(
  http: HttpClient,
  server: LemmyServer,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<RemoteReport>> {
  const lists = server.dialect.reportLists(server);
  const at = readOpenPlace(cursor, lists);
  const page = await readFrom(at.place, (place) =>
    server.dialect.readOpenReports(http, { list: at.list, order: 'oldest', place, signal }),
  );
  const decoded = decodeEntries(page.entries, server);
  const next = page.next === null ? listAfter(lists, at.list) : { list: at.list, place: page.next };
  return {
    items: decoded.items.filter((report) => report.state === 'open'),
    rejected: decoded.rejected,
    next: next === null ? null : JSON.stringify(next),
  };
}

/** Decodes what it can; a kind nobody knows yet is set aside like anything else that can't be read. */
export function decodeEntries(
  entries: readonly ReportEntry[],
  server: LemmyServer,
): ReturnType<typeof decodeItems<RemoteReport>> {
  const decode = (_: RemoteValue, entry: unknown) => {
    const { kind, raw } = entry as ReportEntry;
    if (kind === null) throw new ShapeError('type_', 'a kind of report this version knows');
    return decodeReport(kind, new RemoteValue(raw), raw, server.languages);
  };
  return decodeItems([...entries], decode, idOfEntry);
}

/** A kind that nobody knows yet has no text here, and so no id either. */
function idOfEntry(entry: RemoteValue): string {
  return reportRemoteId(refOf(entry.at('kind').text() as ReportKind, entry.at('raw')));
}

interface ListPlace {
  readonly list: string;
  readonly place: Place | null;
}

function listAfter(lists: readonly string[], list: string): ListPlace | null {
  const next = lists[lists.indexOf(list) + 1];
  return next === undefined ? null : { list: next, place: null };
}

function readOpenPlace(cursor: string | null, lists: readonly string[]): ListPlace {
  const start = { list: lists[0] ?? '', place: null };
  if (cursor === null) return start;
  try {
    const { list, place } = JSON.parse(cursor) as ListPlace;
    return lists.includes(list) ? { list, place } : start;
  } catch {
    return start;
  }
}

/** The largest number of each kind on a page. */
function newestOf(entries: readonly ReportEntry[]): Marks {
  return entries.reduce<Marks>((found, entry) => {
    const number = numberOf(entry);
    return entry.kind === null || number === null ? found : laterMarks(found, { [entry.kind]: number });
  }, {});
}

function isKnown(entry: ReportEntry | undefined, marks: Marks): boolean {
  const number = entry && numberOf(entry);
  const mark = entry && entry.kind !== null ? marks[entry.kind] : undefined;
  return typeof number === 'number' && mark !== undefined && number <= mark;
}

/** The report's own number, which may be readable where the rest of it is not. */
export function numberOf({ kind, raw }: ReportEntry): number | null {
  return kind === null ? null : numberAt(raw, reportField(kind));
}
