import { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteMedia, RemotePost } from '../platform.ts';
import { readTime } from './decode-user.ts';
import { postId } from './matrix-id.ts';
import { bothTexts, hasFile, messageText } from './message-text.ts';

export interface EventPlace {
  readonly origin: string;
  readonly roomId: string;
  readonly eventId: string;
  readonly author: RemoteAccount;
}

/**
 * A message as plain text. Of an encrypted one the server has nothing but that it is encrypted, and says so by its
 * visibility. `raw` is the event as it came.
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

/** A message with its latest edit, from the event that brought it: first what people read now, then what was written. */
export function withEdit(post: RemotePost, edit: unknown, place: EventPlace): RemotePost {
  const now = decodeEvent(new RemoteValue(edit), edit, place);
  const known = new Set(now.media.map(({ remoteId }) => remoteId));
  return {
    ...post,
    text: bothTexts(now.text, post.text),
    editedAt: now.publishedAt,
    media: [...now.media, ...post.media.filter(({ remoteId }) => !known.has(remoteId))],
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

/**
 * True for an event with nothing in it, as redacting leaves it. Around a reported message Synapse shows it so at once; in the
 * report itself only when it has thrown the words away (`redaction_retention_period`, seven days; never where that is off),
 * and until then nothing in the report tells that the message was redacted.
 */
export function isErased(raw: unknown): boolean {
  const content = memberOf(raw, 'content');
  return typeof content === 'object' && content !== null && Object.keys(content).length === 0;
}

/** The member of what may be no object at all. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
