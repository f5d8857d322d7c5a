import { decodeItems } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemotePost } from '../platform.ts';
import { ask } from './ask.ts';
import { decodeNote, isHidden } from './decode-note.ts';

/** Notes that are shown before and after a reported one. */
const before = 6;
const after = 6;

/** What the note answers, and what answers it, oldest first. A help, not evidence: what can't be had is left out. */
export async function readThread(http: HttpClient, noteId: string, signal: AbortSignal): Promise<RemotePost[]> {
  // The conversation climbs from the note to where it began.
  const above = await notesOrNone(http, 'notes/conversation', { noteId, limit: before }, signal);
  const below = await notesOrNone(http, 'notes/replies', { noteId, limit: after, sinceId: noteId }, signal);
  return [...above.reverse(), ...below.sort((a, b) => (a.remoteId < b.remoteId ? -1 : 1))];
}

async function notesOrNone(
  http: HttpClient,
  endpoint: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<RemotePost[]> {
  try {
    const answer = await ask(http, endpoint, body, signal);
    const { items } = decodeItems(answer.body, (item) => (isHidden(item) ? null : decodeNote(item, http.origin)));
    return items.filter((item) => item !== null);
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}
