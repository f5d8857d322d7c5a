import type { RemoteValue } from '../decode/remote-value.ts';
import { joinedActivity } from '../joined-activity.ts';
import type { RemoteAccountEnd, RemoteActivity } from '../platform.ts';
import { fullName, numberId, timeOf } from './decode-parts.ts';
import { parentOf } from './decode-post.ts';
import { objectRemoteId } from './remote-ids.ts';

/** When the author of a view joined; null for somebody of another server, who joined nothing here. */
export function decodeJoined(view: RemoteValue): RemoteActivity | null {
  const creator = view.at('creator');
  const at = timeOf(creator, 'published').instantOrNull();
  if (at === null || !creator.at('local').flagOr(false)) return null;
  const remoteId = String(numberId(creator.at('id')));
  const isBot = creator.at('bot_account').flagOr(false);
  return joinedActivity({ remoteId, handle: fullName(creator).handle, at, isBot, ...endOf(view, creator) });
}

/** A PostView or CommentView as something its author did. */
export function decodeActivity(kind: 'post' | 'comment', view: RemoteValue): RemoteActivity {
  const object = view.at(kind);
  const creator = view.at('creator');
  const post = kind === 'post' ? object.at('id') : object.at('post_id');
  const isOver = ['locked', 'removed', 'deleted'].some((mark) => object.at(mark).flagOr(false));
  return {
    remoteId: objectRemoteId(kind, numberId(object.at('id'))),
    kind: kind === 'post' ? 'posted' : 'replied',
    memberRemoteId: String(numberId(creator.at('id'))),
    memberHandle: fullName(creator).handle,
    at: timeOf(object, 'published').instant(),
    space: fullName(view.at('community')).handle,
    threadRemoteId: objectRemoteId('post', numberId(post)),
    parentRemoteId: kind === 'post' ? null : parentOf(object),
    // A comment names what it answers, not whose it is.
    targetHandle: null,
    isBot: creator.at('bot_account').flagOr(false),
    // Of a comment these marks say nothing about the thread.
    ...(kind === 'post' && { closes: isOver }),
  };
}

/** A ban from the server stands in the person before 1.0 and beside it since. Whoever is not banned may be banned tomorrow. */
function endOf(view: RemoteValue, creator: RemoteValue): { readonly accountEnd: RemoteAccountEnd | null } {
  if (creator.at('deleted').flagOr(false)) return { accountEnd: { how: 'deleted', at: null } };
  const isBanned = creator.at('banned').flagOr(false) || view.at('creator_banned').flagOr(false);
  return { accountEnd: isBanned ? { how: 'removed', at: null } : null };
}
