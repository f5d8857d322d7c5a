import type { HttpClient } from '../http/http-client.ts';
import type { Page, RejectedItem, RemoteReport } from '../platform.ts';
import { isClosed } from './decode-flag.ts';
import { type FlagRow, readFlagPage } from './flag-page.ts';
import { readFlags } from './read-flags.ts';

/** Lines of the list are small and there is no upper limit, so that most forums' open flags come in one answer. */
const perPage = 500;
/** Each flag of a page is a request of its own. */
const pageSize = 20;
const mostReadings = 3;
/** Taken up, "wip", is still open. */
const openStates = ['open', 'wip'] as const;

/**
 * One page of open flags. The list of their ids is read first, as a whole, and then gone through by id: nothing that is
 * closed meanwhile moves what comes after it. The cursor holds the ids that are left.
 */
export async function listOpenFlags(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<RemoteReport>> {
  const rest = readCursor(cursor);
  const { ids, rejected } = rest === null ? await readOpenIds(http, signal) : { ids: rest, rejected: [] };
  const left = ids.slice(pageSize);
  const flags = await readFlags(http, ids.slice(0, pageSize), signal);
  return {
    items: flags.items.filter((report) => report.state === 'open'),
    rejected: [...rejected, ...flags.rejected],
    next: left.length === 0 ? null : JSON.stringify(left),
  };
}

/** What a list names: the ids to ask for, and lines that don't even tell theirs. */
interface Named {
  readonly ids: readonly string[];
  readonly rejected: readonly RejectedItem[];
}

async function readOpenIds(http: HttpClient, signal: AbortSignal): Promise<Named> {
  const ids = new Set<string>();
  const rejected: RejectedItem[] = [];
  for (const state of openStates) {
    const named = await readIds(http, state, signal);
    for (const id of named.ids) ids.add(id);
    rejected.push(...named.rejected);
  }
  return { ids: [...ids].sort((a, b) => Number(a) - Number(b)), rejected };
}

/**
 * The ids on one state's list. A list of several pages can shift under the reader; it is read again until a reading finds
 * as many as the list says it has.
 */
async function readIds(http: HttpClient, state: string, signal: AbortSignal): Promise<Named> {
  const open = new Set<string>();
  for (let reading = 1; ; reading += 1) {
    const { rows, rejected, count } = await readRows(http, state, signal);
    for (const row of rows) if (!isClosed(row.state)) open.add(row.id);
    const seen = new Set(rows.map(({ id }) => id)).size + rejected.length;
    if (seen >= count || reading === mostReadings) return { ids: [...open], rejected };
  }
}

/**
 * All lines of one state's list. A line that can't be read is enough where it names its flag, since the flag itself is asked for
 * and only its own state counts. That also holds for a flag that two moderators left on two lists at the same moment.
 */
async function readRows(
  http: HttpClient,
  state: string,
  signal: AbortSignal,
): Promise<{ rows: Pick<FlagRow, 'id' | 'state'>[]; rejected: RejectedItem[]; count: number }> {
  const rows: Pick<FlagRow, 'id' | 'state'>[] = [];
  const rejected: RejectedItem[] = [];
  for (let page = 1; ; page += 1) {
    const found = await readFlagPage(http, { page, perPage, state }, signal);
    rows.push(...found.rows);
    for (const line of found.rejected) {
      if (line.remoteId) rows.push({ id: line.remoteId, state });
      else rejected.push(line);
    }
    if (page * perPage >= found.count) return { rows, rejected, count: found.count };
  }
}

function readCursor(cursor: string | null): string[] | null {
  try {
    const ids: unknown = cursor === null ? null : JSON.parse(cursor);
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null;
  } catch {
    return null;
  }
}
