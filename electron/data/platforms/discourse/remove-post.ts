import type { RemoteId } from '../../../../shared/domain/ids.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/**
 * Takes a post down or puts it back. The first post of a topic can't be taken without it: there the topic goes, and comes back.
 */
export async function removePost(
  http: HttpClient,
  postId: RemoteId,
  what: 'remove' | 'restore',
  signal: AbortSignal,
): Promise<void> {
  if (!/^\d+$/.test(postId)) throw new PlatformError('refused', { reason: 'no-post-yet' });
  const { body } = await http.send({ method: 'GET', path: `/posts/${postId}.json`, signal });
  const path = decodeAnswer(body, (post) =>
    post.at('post_number').number() === 1 ? `/t/${encodeURIComponent(post.at('topic_id').id())}` : `/posts/${postId}`,
  );
  if (what === 'remove') await http.send({ method: 'DELETE', path: `${path}.json`, signal });
  else await http.send({ method: 'PUT', path: `${path}/recover.json`, signal });
}
