import type { HttpClient } from '../http/http-client.ts';
import type { Page, RemoteReport } from '../platform.ts';
import { isClosed } from './decode-flag.ts';
import { readFlagPage } from './flag-page.ts';
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
  const ids = readCursor(cursor) ?? (await readOpenIds(http, signal));
  const left = ids.slice(pageSize);
  const { items, rejected } = await readFlags(http, ids.slice(0, pageSize), signal);
  return {
    items: items.filter((report) => report.state === 'open'),
    rejected,
    next: left.length === 0 ? null : JSON.stringify(left),
  };
}

async function readOpenIds(http: HttpClient, signal: AbortSignal): Promise<string[]> {
  const ids = new Set<string>();
  for (const state of openStates) for (const id of await readIds(http, state, signal)) ids.add(id);
  return [...ids].sort((a, b) => Number(a) - Number(b));
}

/**
 * The ids on one state's list. A list of several pages can shift under the reader; it is read again until a reading finds
 * as many as the list says it has. Two moderators at the same moment can leave a flag on two lists: only its own state counts.
 */
async function readIds(http: HttpClient, state: string, signal: AbortSignal): Promise<Set<string>> {
  const open = new Set<string>();
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const seen = new Set<string>();
    let count = 0;
    for (let page = 1; page === 1 || (page - 1) * perPage < count; page += 1) {
      const { rows, ...rest } = await readFlagPage(http, { page, perPage, state }, signal);
      count = rest.count;
      for (const row of rows) {
        seen.add(row.id);
        if (!isClosed(row.state)) open.add(row.id);
      }
    }
    if (seen.size >= count) break;
  }
  return open;
}

function readCursor(cursor: string | null): string[] | null {
  try {
    const ids: unknown = cursor === null ? null : JSON.parse(cursor);
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null;
  } catch {
    return null;
  }
}
