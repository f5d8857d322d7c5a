import { htmlToText } from '../decode/html-to-text.ts';
import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteMedia, RemotePost } from '../platform.ts';
import { decodeAccount } from './decode-account.ts';

/** A Status as plain text, with its media as references. `ownHost` is the server asked, whose members need no address. */
export function decodePost(value: RemoteValue, ownHost: string | null): RemotePost {
  return {
    remoteId: value.at('id').id(),
    author: decodeAccount(value.at('account')),
    text: [htmlToText(value.at('content').text(), ownHost), ...pollOptions(value.at('poll'))].join('\n').trim(),
    spoiler: value.at('spoiler_text').textOr(''),
    language: value.at('language').textOr(null),
    visibility: value.at('visibility').textOr(null),
    publishedAt: value.at('created_at').instantOrNull(),
    editedAt: value.at('edited_at').instantOrNull(),
    url: linkOrNull(value.at('url').textOr(null)),
    inReplyTo: value.at('in_reply_to_id').isMissing ? null : value.at('in_reply_to_id').id(),
    media: value.at('media_attachments').listOrNone().map(decodeMedia),
  };
}

function decodeMedia(value: RemoteValue): RemoteMedia {
  return {
    remoteId: value.at('id').id(),
    kind: mediaKind(value.at('type').textOr('')),
    description: value.at('description').textOr(''),
    url: linkOrNull(value.at('url').textOr(null) ?? value.at('remote_url').textOr(null)),
    blurhash: value.at('blurhash').textOr(null),
  };
}

function mediaKind(type: string): RemoteMedia['kind'] {
  if (type === 'image' || type === 'video' || type === 'audio') return type;
  return type === 'gifv' ? 'video' : 'other';
}

/** What a poll offers is part of what was said. */
function pollOptions(poll: RemoteValue): string[] {
  if (!poll.isObject) return [];
  return poll
    .at('options')
    .listOrNone()
    .filter((option) => option.isObject)
    .map((option) => `○ ${option.at('title').textOr('')}`);
}
