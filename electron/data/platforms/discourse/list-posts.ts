import { decodeItems } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RejectedItem, type RemoteActivity } from '../platform.ts';
import type { PostsPlace } from './activity-cursor.ts';
import { timeOrNull } from './decode-scores.ts';
import { isMachine } from './decode-user.ts';
import { idOrNull } from './side-loads.ts';

/** How many numbers one request surely covers: fifty posts by new versions, fifty numbers by old ones, one of them shared. */
const stride = 49;
/** A post whose number is smaller may become visible a little later than one whose number is larger. */
const settling = 50;

export interface PostsPage {
  readonly items: readonly RemoteActivity[];
  readonly rejected: readonly RejectedItem[];
  readonly place: PostsPlace;
  readonly more: boolean;
}

/**
 * Public posts, oldest first. The list itself runs from the newest backwards and starts where one says, so it is walked in
 * steps of as many numbers as one request can hold: whatever exists between two steps is in one of them.
 */
export async function listPosts(
  http: HttpClient,
  place: PostsPlace,
  spaceOf: (categoryId: string | null) => string | null,
  signal: AbortSignal,
): Promise<PostsPage> {
  if (place.until === null) {
    const newest = newestOf(await readPosts(http, null, signal));
    if (newest <= place.after) return { items: [], rejected: [], place, more: false };
    return { items: [], rejected: [], place: { ...place, until: newest }, more: true };
  }
  const last = place.after + stride;
  const raw = await readPosts(http, last + 1, signal);
  const { items, rejected } = decodeItems(raw, (post) => decodePost(post, spaceOf));
  const inStep = items.filter(({ number }) => number > place.after && number <= last);
  const activities = inStep.sort((a, b) => a.number - b.number).flatMap(({ activity }) => activity ?? []);
  if (last < place.until) return { items: activities, rejected, place: { ...place, after: last }, more: true };
  const after = Math.max(0, place.until - settling);
  return { items: activities, rejected, place: { after, until: null }, more: false };
}

async function readPosts(http: HttpClient, before: number | null, signal: AbortSignal): Promise<unknown[]> {
  const path = before === null ? '/posts.json' : `/posts.json?before=${before}`;
  const { body } = await http.send({ method: 'GET', path, paged: true, signal });
  const posts = new RemoteValue(body).isObject ? (body as { latest_posts?: unknown }).latest_posts : null;
  if (!Array.isArray(posts)) throw new PlatformError('malformed');
  return posts;
}

function newestOf(posts: readonly unknown[]): number {
  const numbers = posts.map((post) => {
    const value = new RemoteValue(post);
    return value.isObject ? value.at('id').numberOr(0) : 0;
  });
  return Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)));
}

/** Kinds of posts that somebody wrote; the others say that a topic was closed or moved. */
const written = 1;

function decodePost(
  post: RemoteValue,
  spaceOf: (categoryId: string | null) => string | null,
): { number: number; activity: RemoteActivity | null } {
  const number = post.at('id').number();
  if (post.at('post_type').numberOr(written) !== written) return { number, activity: null };
  const userId = post.at('user_id').id();
  const isFirst = post.at('post_number').number() === 1;
  const answered = post.at('reply_to_user');
  const activity: RemoteActivity = {
    remoteId: `post-${number}`,
    kind: isFirst ? 'posted' : 'replied',
    memberRemoteId: userId,
    memberHandle: post.at('username').text(),
    at: post.at('created_at').instant(),
    space: spaceOf(idOrNull(post.at('category_id'))),
    threadRemoteId: idOrNull(post.at('topic_id')),
    // It is named by its place in the topic alone, not by its number.
    parentRemoteId: null,
    targetHandle: answered.isObject ? answered.at('username').textOr(null) : null,
    isBot: isMachine(userId),
  };
  return { number, activity: timeOrNull(post.at('deleted_at')) === null ? activity : null };
}
