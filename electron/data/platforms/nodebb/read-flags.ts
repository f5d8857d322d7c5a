import { ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RejectedItem, RemoteReport } from '../platform.ts';
import { checkMayRead, getFlag, understandFlag } from './read-flag.ts';

/**
 * The flags with these ids, in order, one request each: a line of the list holds neither words nor names. One that is gone
 * by now is left out, one that has not the shape it should have is set aside.
 */
export async function readFlags(
  http: HttpClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<{ items: RemoteReport[]; rejected: RejectedItem[] }> {
  const items: RemoteReport[] = [];
  const rejected: RejectedItem[] = [];
  for (const [position, id] of ids.entries()) {
    const answer = await getFlag(http, id, signal);
    if (answer === null) {
      // Without this a token that is worth nothing any more would make every flag look gone.
      await checkMayRead(http, signal);
      continue;
    }
    try {
      items.push(await understandFlag(http, answer.body, signal));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      rejected.push({ position, problem: error.problem, raw: answer.body, remoteId: id });
    }
  }
  return { items, rejected };
}
