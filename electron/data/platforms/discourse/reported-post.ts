import { htmlToText } from '../decode/html-to-text.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemotePost } from '../platform.ts';
import { timeOrNull } from './decode-scores.ts';
import { mediaOf } from './post-media.ts';
import { idOrNull } from './side-loads.ts';
import { siteLink } from './site-link.ts';

/**
 * What a reviewable is about, as evidence: the flagged post, or the post that waits for approval. None where it is about an
 * account, and where the post is deleted: what was kept of it must not be replaced by nothing.
 */
export function reportedPosts(reviewable: RemoteValue, author: RemoteAccount, base: string): RemotePost[] {
  const host = new URL(base).host;
  const cooked = reviewable.at('cooked').textOr(null);
  const raw = reviewable.at('raw').textOr(null);
  const postId = postIdOf(reviewable);
  const common = {
    author,
    spoiler: '',
    language: null,
    visibility: null,
    url: siteLink(reviewable.at('target_url').textOr(null), base),
    inReplyTo: null,
  };
  if (postId !== null && (cooked !== null || raw !== null)) {
    const isEdited = (reviewable.at('post_version').numberOr(1) ?? 1) > 1;
    return [
      {
        ...common,
        remoteId: postId,
        text: cooked === null ? (raw ?? '') : htmlToText(cooked, host),
        publishedAt: timeOrNull(reviewable.at('target_created_at')),
        editedAt: isEdited ? timeOrNull(reviewable.at('post_updated_at')) : null,
        media: cooked === null ? [] : mediaOf(cooked, base),
      },
    ];
  }
  const payload = reviewable.at('payload');
  const queued = payload.isObject ? payload.at('raw').textOr(null) : null;
  if (queued === null) return [];
  const title = payload.at('title').textOr('');
  const text = [title, queued].filter((part) => part !== '').join('\n\n');
  // It has no number yet: it gets one when it is approved.
  const remoteId = postId ?? `queued-${reviewable.at('id').id()}`;
  return [{ ...common, remoteId, text, publishedAt: null, editedAt: null, media: [] }];
}

function postIdOf(reviewable: RemoteValue): string | null {
  const named = idOrNull(reviewable.at('post_id'));
  return named ?? (reviewable.at('target_type').textOr('') === 'Post' ? idOrNull(reviewable.at('target_id')) : null);
}
