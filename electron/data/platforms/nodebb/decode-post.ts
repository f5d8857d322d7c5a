import { htmlToText } from '../decode/html-to-text.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemotePost } from '../platform.ts';
import { type Around, decodeAccountOrNull, isTrue, missingAccount } from './decode-account.ts';
import { idOrNull } from './decode-id.ts';
import { imagesOfHtml } from './images-of-html.ts';

/** A post as plain text, with its pictures as references. A deleted one still carries its words for moderators, and is taken down. */
export function decodePost(value: RemoteValue, around: Around): RemotePost {
  const { base } = around;
  const remoteId = value.at('pid').id();
  const html = value.at('content').textOr('');
  const user = value.at('user');
  const name = user.isObject ? user.at('username').textOr('') : '';
  const edited = value.at('edited').numberOr(0);
  return {
    remoteId,
    author: decodeAccountOrNull(user, around) ?? missingAccount(idOrNull(value.at('uid')), name),
    text: htmlToText(html, new URL(base).host),
    spoiler: '',
    language: null,
    visibility: null,
    publishedAt: value.at('timestamp').numberOr(null),
    editedAt: edited > 0 ? edited : null,
    url: /^\d+$/.test(remoteId) ? `${base}/post/${remoteId}` : remoteId,
    inReplyTo: idOrNull(value.at('toPid')),
    media: imagesOfHtml(html, base),
    ...(isTrue(value.at('deleted')) ? { isTakenDown: true } : {}),
  };
}
