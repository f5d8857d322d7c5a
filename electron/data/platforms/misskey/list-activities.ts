import { decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ActivityPage, RemoteActivity } from '../platform.ts';
import { ask } from './ask.ts';
import { isPureRenote } from './decode-note.ts';
import { userHandle } from './decode-user.ts';
import { afterPage, readPlace } from './upward.ts';

const pageSize = 100;

/**
 * Public notes of the server's own members, oldest first: posts and replies. What is only passed on counts as neither. Notes
 * in channels and notes for followers are not on the local timeline.
 */
export async function listActivities(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ActivityPage> {
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
