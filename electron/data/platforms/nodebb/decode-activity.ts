import type { RemoteValue } from '../decode/remote-value.ts';
import { joinedActivity } from '../joined-activity.ts';
import type { RemoteActivity } from '../platform.ts';
import { isTrue } from './decode-account.ts';
import { idOrNull } from './decode-id.ts';
import { nameOf, plainText } from './plain-text.ts';

/** A line of the list of members; null for one that lives on another server and never joined here. */
export function decodeJoined(value: RemoteValue): RemoteActivity | null {
  const uid = value.at('uid').id();
  if (!/^[1-9]\d*$/.test(uid)) return null;
  const handle = nameOf(value.at('username').text());
  const accountEnd = isTrue(value.at('banned')) ? ({ how: 'removed', at: null } as const) : null;
  const at = value.at('joindate').number();
  // A forum whose list leaves out bans says nothing of them.
  const told = value.at('banned').isMissing ? {} : { accountEnd };
  return joinedActivity({ remoteId: uid, handle, at, isBot: false, ...told });
}

/**
 * A post in the list of recent ones; null for one whose author is a guest, or gone. A reply that names no post answers the one
 * that opened the topic.
 */
export function decodePosted(value: RemoteValue): RemoteActivity | null {
  const pid = value.at('pid').id();
  const uid = idOrNull(value.at('uid'));
  if (uid === null) return null;
  const topic = value.at('topic');
  const opens = value.at('isMainPost').flagOr(false);
  const answered = idOrNull(value.at('toPid')) ?? (topic.isObject ? idOrNull(topic.at('mainPid')) : null);
  const category = value.at('category');
  return {
    remoteId: `post:${pid}`,
    kind: opens ? 'posted' : 'replied',
    memberRemoteId: uid,
    memberHandle: value.at('user').isObject ? nameOf(value.at('user').at('username').textOr('')) : '',
    at: value.at('timestamp').number(),
    space: category.isObject ? plainText(category.at('name').textOr('')) || null : null,
    threadRemoteId: idOrNull(value.at('tid')),
    parentRemoteId: opens || answered === null || answered === pid ? null : `post:${answered}`,
    targetHandle: null,
    isBot: false,
  };
}
