import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteMedia, RemotePost } from '../platform.ts';
import { decodeUser, userHandle } from './decode-user.ts';

/** A Note as plain text, with its files as references. */
export function decodeNote(value: RemoteValue, origin: string): RemotePost {
  const id = value.at('id').id();
  return {
    remoteId: id,
    author: decodeUser(value.at('user'), origin),
    text: [value.at('text').textOr(''), ...shared(value), ...choices(value.at('poll'))]
      .filter((line) => line !== '')
      .join('\n'),
    spoiler: value.at('cw').textOr(''),
    language: value.at('lang').textOr(null),
    visibility: value.at('visibility').textOr(null),
    publishedAt: value.at('createdAt').instantOrNull(),
    // Sharkey's; on Misskey a note stays as it was written.
    editedAt: value.at('updatedAt').instantOrNull(),
    url: linkOrNull(value.at('url').textOr(null) ?? value.at('uri').textOr(null) ?? `${origin}/notes/${id}`),
    inReplyTo: value.at('replyId').textOr(null),
    media: value.at('files').listOrNone().map(decodeFile),
  };
}

/**
 * True for a note that is there but not for our eyes: for followers, for somebody else, or one whose author hides what is old.
 * Misskey gives it emptied, to moderators too. It must not pass for a note without words.
 */
export function isHidden(value: RemoteValue): boolean {
  return value.at('isHidden').flagOr(false);
}

/** True for a note that only passes another one on. Of a hidden one that can't be seen. */
export function isPureRenote(value: RemoteValue): boolean {
  return (
    value.at('renoteId').textOr(null) !== null &&
    !isHidden(value) &&
    value.at('text').textOr(null) === null &&
    value.at('files').listOrNone().length === 0 &&
    value.at('fileIds').listOrNone().length === 0 &&
    !value.at('poll').isObject
  );
}

/** What was passed on or quoted is part of what was said. */
function shared(value: RemoteValue): string[] {
  const renote = value.at('renote');
  if (!renote.isObject || !renote.at('user').isObject) return [];
  return [`↻ @${userHandle(renote.at('user'))}: ${renote.at('text').textOr('')}`.trimEnd()];
}

function choices(poll: RemoteValue): string[] {
  if (!poll.isObject) return [];
  return poll
    .at('choices')
    .listOrNone()
    .filter((choice) => choice.isObject)
    .map((choice) => `○ ${choice.at('text').textOr('')}`);
}

function decodeFile(value: RemoteValue): RemoteMedia {
  return {
    remoteId: value.at('id').id(),
    kind: mediaKind(value.at('type').textOr('')),
    description: value.at('comment').textOr(''),
    url: linkOrNull(value.at('url').textOr(null)),
    blurhash: value.at('blurhash').textOr(null),
  };
}

function mediaKind(type: string): RemoteMedia['kind'] {
  const kind = type.split('/', 1)[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'other';
}
