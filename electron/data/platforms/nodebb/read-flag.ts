import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteReport } from '../platform.ts';
import { decodeFlag } from './decode-flag.ts';

/**
 * The flag as it stands, or null when the forum no longer has it. Read from the page's own interface: unlike the flag's plain
 * one it also tells who did what and when. Somebody who may not see a flag, or whose token is worth nothing, gets the same
 * 404 as for one that is gone; so the list is asked as well, which tells these apart.
 */
export async function readFlag(http: HttpClient, remoteId: string, signal: AbortSignal): Promise<RemoteReport | null> {
  const answer = await getFlag(http, remoteId, signal);
  if (answer !== null) return decodeAnswer(answer.body, (value, raw) => decodeFlag(value, raw, http.origin));
  await checkMayRead(http, signal);
  return null;
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
