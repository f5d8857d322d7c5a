import { decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type ActivityPage, PlatformError, type RemoteActivity } from '../platform.ts';
import { type ActivityPlace, readActivityPlace, writeActivityPlace } from './activity-cursor.ts';
import { ask } from './ask.ts';
import { isPureRenote } from './decode-note.ts';
import { userHandle } from './decode-user.ts';
import { listJoined } from './list-joined.ts';
import { afterPage, readPlace } from './upward.ts';

const pageSize = 100;

/**
 * Who joined, then public notes of the server's own members, each oldest first. A token that may not list accounts lists the
 * notes alone, and a server whose timeline is switched off the sign-ups.
 */
export async function listActivities(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const place = readActivityPlace(cursor);
  const page = place.turn === 'joined' ? await listJoined(http, place.joined, signal) : null;
  if (page) {
    const turn = page.isOver ? 'notes' : 'joined';
    const resume = writeActivityPlace({ ...place, turn, joined: page.place });
    return { items: page.items, rejected: page.rejected, next: resume, resume };
  }
  const { next, resume, ...found } = await listNotes(http, place.notes, signal).catch((error: unknown) => {
    // Without any list at all the refusal stands.
    if (place.turn === 'notes' && hasNoTimeline(error)) return noNotes(place.notes);
    throw error;
  });
  const at = (notes: string | null, turn: ActivityPlace['turn']) => writeActivityPlace({ ...place, turn, notes });
  return next === null
    ? { ...found, next, resume: at(resume, 'joined') }
    : { ...found, next: at(next, 'notes'), resume: at(resume, 'notes') };
}

function hasNoTimeline(error: unknown): boolean {
  return error instanceof PlatformError && error.reason === 'LTL_DISABLED';
}

function noNotes(cursor: string | null): ActivityPage {
  return { items: [], rejected: [], next: null, resume: cursor };
}

/** Posts and replies. What is only passed on counts as neither. Notes in channels and for followers are not on the local timeline. */
async function listNotes(http: HttpClient, cursor: string | null, signal: AbortSignal): Promise<ActivityPage> {
  const place = readPlace(cursor);
  const wanted = { limit: pageSize, sinceId: place.since, withReplies: true, withRenotes: false };
  const answer = await ask(http, 'notes/local-timeline', wanted, signal, { paged: true });
  const { items, rejected } = decodeItems(answer.body, decodeActivity);
  const activities = items.filter((item) => item !== null);
  activities.sort((a, b) => (a.remoteId < b.remoteId ? -1 : 1));
  return { items: activities, rejected, ...afterPage(place, answer) };
}

function decodeActivity(value: RemoteValue): RemoteActivity | null {
  if (isPureRenote(value)) return null;
  const user = value.at('user');
  const reply = value.at('reply');
  const parent = value.at('replyId').textOr(null);
  const answered = reply.isObject && reply.at('user').isObject ? userHandle(reply.at('user')) : null;
  return {
    remoteId: value.at('id').id(),
    kind: parent === null ? 'posted' : 'replied',
    memberRemoteId: user.at('id').id(),
    memberHandle: userHandle(user),
    at: value.at('createdAt').instant(),
    space: null,
    threadRemoteId: null,
    parentRemoteId: parent,
    targetHandle: answered,
    isBot: user.at('isBot').flagOr(false),
  };
}
