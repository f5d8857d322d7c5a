import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteMedia, RemotePost } from '../platform.ts';
import { readTime } from './decode-user.ts';
import { postId } from './matrix-id.ts';
import { hasFile, messageText } from './message-text.ts';

export interface EventPlace {
  readonly origin: string;
  readonly roomId: string;
  readonly eventId: string;
  readonly author: RemoteAccount;
}

/**
 * A message as plain text. Of an encrypted one the server has nothing but that it is encrypted, and says so by its
 * visibility; one that was redacted has no text left. `raw` is the event as it came.
 */
export function decodeEvent(
  event: RemoteValue,
  raw: unknown,
  { origin, roomId, eventId, author }: EventPlace,
): RemotePost {
  const type = event.at('type').textOr('');
  const content = event.at('content');
  const relation = content.isObject ? content.at('m.relates_to') : content;
  const answered = relation.isObject ? relation.at('m.in_reply_to') : relation;
  const answeredId = answered.isObject ? answered.at('event_id').textOr('') : '';
  return {
    remoteId: postId(roomId, eventId),
    author,
    text: messageText(type, content, memberOf(raw, 'content')).trim(),
    spoiler: '',
    language: null,
    visibility: type === 'm.room.encrypted' ? 'encrypted' : null,
    publishedAt: readTime(event.at('origin_server_ts')),
    editedAt: null,
    // The address of the message as Matrix programs share it; the room's id is in it.
    url: `https://matrix.to/#/${encodeURIComponent(roomId)}/${encodeURIComponent(eventId)}`,
    inReplyTo: answeredId === '' ? null : postId(roomId, answeredId),
    media: content.isObject && hasFile(type, content) ? [decodeFile(type, content, origin)] : [],
  };
}

function decodeFile(type: string, content: RemoteValue, origin: string): RemoteMedia {
  const info = content.at('info');
  const address = content.at('url').textOr('');
  return {
    remoteId: address === '' ? 'encrypted' : address,
    kind: fileKind(type, content.at('msgtype').textOr('')),
    description: content.at('filename').textOr('') || content.at('body').textOr(''),
    url: downloadAddress(address, origin),
    blurhash: info.isObject ? info.at('xyz.amorgan.blurhash').textOr(null) : null,
  };
}

function fileKind(type: string, msgtype: string): RemoteMedia['kind'] {
  if (type === 'm.sticker' || msgtype === 'm.image') return 'image';
  if (msgtype === 'm.video') return 'video';
  return msgtype === 'm.audio' ? 'audio' : 'other';
}

/** Where the file lies on the own server, which hands it out only to somebody who is signed in there. */
function downloadAddress(mxc: string, origin: string): string | null {
  const [, server, media] = /^mxc:\/\/([^/]+)\/([^/?#]+)$/.exec(mxc) ?? [];
  if (server === undefined || media === undefined) return null;
  return `${origin}/_matrix/client/v1/media/download/${encodeURIComponent(server)}/${encodeURIComponent(media)}`;
}

/** The member of what may be no object at all. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
