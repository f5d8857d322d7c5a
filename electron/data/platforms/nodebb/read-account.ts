import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteAccount } from '../platform.ts';
import { decodeAccountOrNull } from './decode-account.ts';

/** The account as it stands, or null when the forum no longer has it. */
export async function readAccount(http: HttpClient, uid: string, signal: AbortSignal): Promise<RemoteAccount | null> {
  try {
    const answer = await http.send({ method: 'GET', path: `/api/v3/users/${encodeURIComponent(uid)}`, signal });
    return decodeAnswer(answer.body, (value) => decodeAccountOrNull(value.at('response'), { base: http.base }));
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}
