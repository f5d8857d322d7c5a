import type { RemoteValue } from '../decode/remote-value.ts';
import { joinedActivity } from '../joined-activity.ts';
import type { RemoteActivity } from '../platform.ts';
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
  return joinedActivity({ remoteId, handle: fullName(creator).handle, at, isBot });
}

/** A PostView or CommentView as something its author did. */
export function decodeActivity(kind: 'post' | 'comment', view: RemoteValue): RemoteActivity {
  const object = view.at(kind);
  const creator = view.at('creator');
  const post = kind === 'post' ? object.at('id') : object.at('post_id');
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
  };
}
