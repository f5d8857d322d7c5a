import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteMedia, RemotePost } from '../platform.ts';
import { numberId, timeOf } from './decode-parts.ts';
import { objectRemoteId, type ReportKind } from './remote-ids.ts';

/** Language codes by Lemmy's own numbers for them. */
export type Languages = ReadonlyMap<number, string>;

/** Words and link of a post, as they are or as a report kept them. Markdown is left as it was typed. */
export interface PostWords {
  readonly title: string;
  readonly body: string;
  readonly url: string | null;
}

/** A Post whose words may be older than the rest of it. */
export function decodePost(
  post: RemoteValue,
  author: RemoteAccount,
  languages: Languages,
  words: PostWords = wordsOf(post),
): RemotePost {
  const link = linkOrNull(words.url);
  const media = link === null ? null : mediaOf(post, link);
  return {
    ...common('post', post, author, languages),
    text: [words.title, words.body, media === null ? (words.url ?? '') : ''].filter((part) => part !== '').join('\n\n'),
    spoiler: post.at('nsfw').flagOr(false) ? 'NSFW' : '',
    inReplyTo: null,
    media: media === null ? [] : [media],
  };
}

/** A Comment. `text` is how it was when it was reported. */
export function decodeComment(
  comment: RemoteValue,
  author: RemoteAccount,
  languages: Languages,
  text: string = comment.at('content').textOr(''),
): RemotePost {
  return {
    ...common('comment', comment, author, languages),
    text,
    spoiler: '',
    inReplyTo: parentOf(comment),
    media: [],
  };
}

/** A private message as it was when it was reported. */
export function decodeMessage(message: RemoteValue, author: RemoteAccount, text: string): RemotePost {
  const bare = { ...common('message', message, author, new Map()), url: null, staysUp: true } as const;
  return { ...bare, text, spoiler: '', visibility: 'direct', inReplyTo: null, media: [] };
}

/** What a comment answers: another comment, or the post. `path` is "0.12.44": root, ancestors, the comment itself. */
export function parentOf(comment: RemoteValue): string {
  const parent = ancestorsOf(comment).at(-1);
  return parent === undefined
    ? objectRemoteId('post', numberId(comment.at('post_id')))
    : objectRemoteId('comment', parent);
}

/** Numbers of the comments above, from the top. */
export function ancestorsOf(comment: RemoteValue): number[] {
  const numbers = comment.at('path').textOr('').split('.').map(Number);
  return numbers.slice(1, -1).filter((one) => Number.isSafeInteger(one) && one > 0);
}

function common(
  kind: ReportKind,
  value: RemoteValue,
  author: RemoteAccount,
  languages: Languages,
): Omit<RemotePost, 'text' | 'spoiler' | 'inReplyTo' | 'media'> {
  return {
    remoteId: objectRemoteId(kind, numberId(value.at('id'))),
    author,
    language: languages.get(value.at('language_id').numberOr(0)) ?? null,
    visibility: null,
    publishedAt: timeOf(value, 'published').instantOrNull(),
    editedAt: timeOf(value, 'updated').instantOrNull(),
    url: linkOrNull(value.at('ap_id').textOr(null)),
    // Not what its author deleted: they may put it up again.
    ...(value.at('removed').flagOr(false) ? { isTakenDown: true } : {}),
  };
}

function wordsOf(post: RemoteValue): PostWords {
  return {
    title: post.at('name').textOr(''),
    body: post.at('body').textOr(''),
    url: post.at('url').textOr(null),
  };
}

/** The linked file where Lemmy knows that it is a picture or a film; any other link stays in the words. */
function mediaOf(post: RemoteValue, link: string): RemoteMedia | null {
  const type = post.at('url').textOr('') === link ? post.at('url_content_type').textOr('') : '';
  const kind = /^(image|video|audio)\//.exec(type)?.[1];
  if (kind === undefined) return null;
  return {
    remoteId: `${objectRemoteId('post', numberId(post.at('id')))}:url`,
    kind: kind as RemoteMedia['kind'],
    description: post.at('alt_text').textOr(''),
    url: link,
    blurhash: null,
  };
}
