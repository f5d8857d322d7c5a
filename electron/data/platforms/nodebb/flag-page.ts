import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RejectedItem } from '../platform.ts';

/** A line of the list of flags: enough to know it by, not enough to decide on. */
export interface FlagRow {
  readonly id: string;
  /** Milliseconds since 1970, when the flag was first made. Later complaints don't move it. */
  readonly createdAt: number;
  readonly state: string;
}

export interface FlagPage {
  readonly rows: readonly FlagRow[];
  readonly rejected: readonly RejectedItem[];
  /** How many flags the list has over all its pages. */
  readonly count: number;
}

/**
 * One page, oldest first. `state` selects one state alone: several at once, and `quick=unresolved`, are silently ignored since
 * 4.12. A selected list is in the order of its changes, a whole one in the order in which the flags were made.
 */
export async function readFlagPage(
  http: HttpClient,
  at: { readonly page: number; readonly perPage: number; readonly state?: string },
  signal: AbortSignal,
): Promise<FlagPage> {
  const filter = at.state === undefined ? '' : `&state=${at.state}`;
  const path = `/api/flags?sort=oldest&page=${at.page}&perPage=${at.perPage}${filter}`;
  const answer = await http.send({ method: 'GET', path, paged: true, signal });
  const list = (answer.body as { flags?: unknown } | null)?.flags;
  const { items, rejected } = decodeItems(list, decodeRow, idOfRow);
  const count = decodeAnswer(answer.body, (value) => value.at('count').number());
  return { rows: items, rejected, count };
}

function idOfRow(value: RemoteValue): string {
  return value.at('flagId').id();
}

function decodeRow(value: RemoteValue): FlagRow {
  return {
    id: idOfRow(value),
    createdAt: value.at('datetime').number(),
    state: value.at('state').textOr('open'),
  };
}
