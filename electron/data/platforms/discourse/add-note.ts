import type { HttpClient } from '../http/http-client.ts';
import type { ActionCall } from '../platform.ts';

/** What Discourse takes at most (ReviewableNote::MAX_CONTENT_LENGTH). */
export const longestNote = 2000;

/** Leaves a note for the team on a reviewable, open or closed. It moves no version number. */
export async function addNote(http: HttpClient, call: ActionCall, signal: AbortSignal): Promise<void> {
  const path = `/reviewables/${encodeURIComponent(call.targetRemoteId)}/notes.json`;
  await http.send({ method: 'POST', path, json: { reviewable_note: { content: call.text } }, signal });
}
