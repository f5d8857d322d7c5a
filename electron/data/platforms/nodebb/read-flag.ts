import { RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteReport } from '../platform.ts';
import { decodeFlag } from './decode-flag.ts';
import { idOrNull } from './decode-id.ts';
import { readAccount } from './read-account.ts';

/**
 * The flag as it stands, or null when the forum no longer has it. Read from the page's own interface: unlike the flag's plain
 * one it also tells who did what and when. Somebody who may not see a flag, or whose token is worth nothing, gets the same
 * 404 as for one that is gone; so the list is asked as well, which tells these apart.
 */
export async function readFlag(http: HttpClient, remoteId: string, signal: AbortSignal): Promise<RemoteReport | null> {
  const answer = await getFlag(http, remoteId, signal);
  if (answer === null) {
    await checkMayRead(http, signal);
    return null;
  }
  try {
    return await understandFlag(http, answer.body, signal);
  } catch (error) {
    throw error instanceof ShapeError ? new PlatformError('malformed') : error;
  }
}

/**
 * The flag that an answer holds; throws ShapeError where it has not the shape of one. A purged post takes its author's name
 * away with it: the account is asked for then, so that nobody loses the name they still have.
 */
export async function understandFlag(http: HttpClient, body: unknown, signal: AbortSignal): Promise<RemoteReport> {
  if (typeof body !== 'object' || body === null) throw new PlatformError('malformed');
  const value = new RemoteValue(body);
  const orphaned = accountToAskFor(value);
  const account = orphaned === null ? null : await readAccount(http, orphaned, signal);
  return decodeFlag(value, body, { base: http.base, account });
}

function accountToAskFor(flag: RemoteValue): string | null {
  const subject = flag.at('target');
  const isThere = subject.isObject && !(subject.at('pid').isMissing && subject.at('uid').isMissing);
  return isThere ? null : idOrNull(flag.at('targetUid'));
}

/** The answer for a flag, or null when there is none for us. */
export async function getFlag(http: HttpClient, remoteId: string, signal: AbortSignal): Promise<HttpAnswer | null> {
  try {
    return await http.send({ method: 'GET', path: `/api/flags/${encodeURIComponent(remoteId)}`, signal });
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}

/** Rejects with `unauthorized` or `forbidden` when the token may no longer read flags. */
export async function checkMayRead(http: HttpClient, signal: AbortSignal): Promise<void> {
  await http.send({ method: 'GET', path: '/api/flags?page=1&perPage=1', paged: true, signal });
}
