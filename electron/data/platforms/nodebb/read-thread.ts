import { decodeAnswer } from '../decode/decode-items.ts';
import { type RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemotePost } from '../platform.ts';
import { idOrNull } from './decode-id.ts';
import { decodePost } from './decode-post.ts';

const mostBefore = 3;
const mostAfter = 6;

/**
 * Posts around a post: the one that opened the topic, what was answered, then the answers. Opening the topic's page would
 * count as a visit and mark it as read, so posts are asked for one by one. What can't be had is left out.
 */
export async function readThread(http: HttpClient, pid: string, signal: AbortSignal): Promise<RemotePost[]> {
  const post = await readV3(http, `/api/v3/posts/${encodeURIComponent(pid)}`, signal);
  if (post === null) return [];
  const before: RemotePost[] = [];
  for (let up = idOrNull(post.at('toPid')); up !== null && before.length < mostBefore; ) {
    const above = await readPost(http, up, signal);
    if (above === null || before.some((one) => one.remoteId === above.remoteId)) break;
    before.unshift(above);
    up = above.inReplyTo;
  }
  const opening = await readOpening(http, idOrNull(post.at('tid')), signal);
  const known = new Set([pid, ...before.map(({ remoteId }) => remoteId)]);
  if (opening !== null && !known.has(opening.remoteId)) before.unshift(opening);
  return [...before, ...(await readReplies(http, pid, signal))];
}

async function readOpening(http: HttpClient, tid: string | null, signal: AbortSignal): Promise<RemotePost | null> {
  if (tid === null) return null;
  const topic = await readV3(http, `/api/v3/topics/${encodeURIComponent(tid)}`, signal);
  const pid = topic === null ? null : idOrNull(topic.at('mainPid'));
  return pid === null ? null : readPost(http, pid, signal);
}

async function readPost(http: HttpClient, pid: string, signal: AbortSignal): Promise<RemotePost | null> {
  const summary = await readV3(http, `/api/v3/posts/${encodeURIComponent(pid)}/summary`, signal);
  return summary === null ? null : (readable([summary], http.base)[0] ?? null);
}

async function readReplies(http: HttpClient, pid: string, signal: AbortSignal): Promise<RemotePost[]> {
  const answer = await readV3(http, `/api/v3/posts/${encodeURIComponent(pid)}/replies`, signal);
  return answer === null ? [] : readable(answer.at('replies').listOrNone().slice(0, mostAfter), http.base);
}

/** Context is a help, not evidence: a post in it that can't be read is left out. */
function readable(posts: readonly RemoteValue[], base: string): RemotePost[] {
  return posts.flatMap((post) => {
    try {
      return [decodePost(post, { base })];
    } catch (error) {
      if (error instanceof ShapeError) return [];
      throw error;
    }
  });
}

/** What stands inside the write interface's envelope, or null when there is nothing for us. */
async function readV3(http: HttpClient, path: string, signal: AbortSignal): Promise<RemoteValue | null> {
  try {
    const answer = await http.send({ method: 'GET', path, signal });
    const inside = decodeAnswer(answer.body, (value) => value.at('response'));
    return inside.isObject ? inside : null;
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}
