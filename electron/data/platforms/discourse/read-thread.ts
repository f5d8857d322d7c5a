import type { RemoteId } from '../../../../shared/domain/ids.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import { htmlToText } from '../decode/html-to-text.ts';
import { type RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RemotePost } from '../platform.ts';
import { isMachine } from './decode-user.ts';
import { getOrNull } from './get-or-null.ts';
import { mediaOf } from './post-media.ts';
import { siteLink } from './site-link.ts';

/** Posts that are shown before and after a reported one. */
const around = 6;

/**
 * The posts that stand before and after a post in its topic, oldest first. A topic goes on whoever answers whom, so its order
 * says more than the few answers that name the post they answer.
 */
export async function readThread(http: HttpClient, postId: RemoteId, signal: AbortSignal): Promise<RemotePost[]> {
  if (!/^\d+$/.test(postId)) return [];
  const post = await getOrNull(http, `/posts/${postId}.json`, signal);
  if (post === null) return [];
  const place = decodeAnswer(post, (value) => ({
    topic: value.at('topic_id').id(),
    number: value.at('post_number').number(),
  }));
  const topic = await getOrNull(http, `/t/${encodeURIComponent(place.topic)}/${place.number}.json`, signal);
  if (topic === null) return [];
  const posts = decodeAnswer(topic, (value) => readable(value.at('post_stream').at('posts').list(), http.base));
  const before = posts.filter(({ number }) => number < place.number).slice(-around);
  const after = posts.filter(({ number }) => number > place.number).slice(0, around);
  return [...before, ...after].map((one) => one.post);
}

/** Context is a help, not evidence: a post in it that can't be read is left out. */
function readable(values: readonly RemoteValue[], base: string): { number: number; post: RemotePost }[] {
  const posts: { number: number; post: RemotePost }[] = [];
  for (const value of values) {
    try {
      posts.push({ number: value.at('post_number').number(), post: decodePost(value, base) });
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return posts.sort((a, b) => a.number - b.number);
}

function decodePost(value: RemoteValue, base: string): RemotePost {
  const handle = value.at('username').text();
  const userId = value.at('user_id').id();
  const cooked = value.at('cooked').textOr('');
  return {
    remoteId: value.at('id').id(),
    author: {
      remoteId: userId,
      handle,
      displayName: value.at('name').textOr(''),
      server: null,
      isBot: isMachine(userId),
      isStaff: value.at('staff').flagOr(false),
      state: 'active',
      joinedAt: null,
      url: `${base}/u/${encodeURIComponent(handle)}`,
      counts: {},
      profileText: '',
    },
    text: htmlToText(cooked, new URL(base).host),
    spoiler: '',
    language: null,
    visibility: null,
    publishedAt: value.at('created_at').instantOrNull(),
    editedAt: null,
    url: siteLink(value.at('post_url').textOr(null), base),
    inReplyTo: null,
    media: mediaOf(cooked, base),
  };
}
