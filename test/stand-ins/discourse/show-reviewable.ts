import type { DiscourseWorld } from './discourse-world.ts';
import { type Post, type Reviewable, statuses, type User } from './entities.ts';
import { offeredActions } from './offered-actions.ts';

const scoreTypes: Readonly<Record<number, string>> = {
  3: 'Off-Topic',
  4: 'Inappropriate',
  7: 'Something Else',
  8: 'Spam',
  9: 'Needs Approval',
  10: 'Illegal',
};

/** Lists that stand beside the items of an answer, each object in them once. */
type Beside = Record<string, Item[]>;

/** Items as shown, with everything beside them that they name. */
export function showReviewables(
  world: DiscourseWorld,
  reviewables: readonly Reviewable[],
  origin: string,
): { items: unknown[]; beside: Beside } {
  const beside: Beside = {
    users: [],
    topics: [],
    reviewable_scores: [],
    score_types: [],
    bundled_actions: [],
    actions: [],
  };
  const items = reviewables.map((one) => showOne(world, one, { beside, origin }));
  return { items, beside };
}

interface Item {
  readonly id: string | number;
  readonly [field: string]: unknown;
}

function put(beside: Beside, list: string, item: Item): void {
  const there = beside[list] ?? [];
  if (!there.some(({ id }) => id === item.id)) there.push(item);
  beside[list] = there;
}

export function basicUser(user: User): Item & { id: number; username: string; name: string; avatar_template: string } {
  const { id, username, name } = user;
  return { id, username, name, avatar_template: `/letter_avatar_proxy/v4/letter/${username[0]}/b5a626/{size}.png` };
}

interface Place {
  readonly beside: Beside;
  readonly origin: string;
}

function showOne(world: DiscourseWorld, reviewable: Reviewable, { beside, origin }: Place): unknown {
  const named = (id: number | null) => {
    const user = world.user(id);
    if (user) put(beside, 'users', basicUser(user));
    return user?.id ?? null;
  };
  const topic = world.topic(reviewable.topicId);
  const post = reviewable.target?.type === 'Post' ? world.post(reviewable.target.id) : null;
  if (topic) put(beside, 'topics', { id: topic.id, title: topic.title, slug: topic.slug });
  return {
    id: reviewable.id,
    type: reviewable.type,
    status: statuses[reviewable.status],
    ...(topic && {
      topic_id: topic.id,
      topic_url: `${origin}/t/${topic.slug}/${topic.id}`,
      category_id: topic.categoryId,
    }),
    created_at: iso(reviewable.createdAt),
    can_edit: false,
    score: reviewable.scores.length * 4,
    version: reviewable.version,
    ...showTarget(reviewable, post, topic && `${origin}/t/${topic.slug}/${topic.id}/${post?.number ?? ''}`),
    ...(reviewable.payload && { payload: reviewable.payload }),
    created_by_id: named(reviewable.createdById),
    target_created_by_id: named(
      reviewable.target?.type === 'User' && world.settings.shape === 'claim'
        ? reviewable.target.id
        : reviewable.targetCreatedById,
    ),
    reviewable_score_ids: reviewable.scores.map((score) => {
      put(beside, 'score_types', {
        id: score.typeId,
        title: scoreTypes[score.typeId] ?? 'Other',
        score_bonus: 0,
        icon: 'flag',
      });
      const conversation = showMessage(score.id, score.message, beside);
      put(beside, 'reviewable_scores', {
        id: score.id,
        score: 4,
        agree_stats: { agreed: 0, disagreed: 0, ignored: 0 },
        ...(score.reason !== null && { reason: score.reason }),
        created_at: iso(score.createdAt),
        reviewed_at: score.reviewedAt === null ? null : iso(score.reviewedAt),
        status: score.status,
        user_id: named(score.userId),
        score_type_id: score.typeId,
        reviewed_by_id: named(score.reviewedBy),
        ...(conversation !== null && { reviewable_conversation_id: conversation }),
      });
      return score.id;
    }),
    bundled_action_ids: showActions(world, reviewable, beside),
    editable_fields: [],
    ...showClaim(world, reviewable, beside),
    ...(world.settings.shape === 'claim' && showHistory(world, reviewable, beside)),
  };
}

/** A deleted post is no target any more: older versions then say nothing of it at all. */
function showTarget(reviewable: Reviewable, post: Post | null, url: string | null): object {
  if (reviewable.target?.type === 'User') return { user_id: reviewable.target.id };
  if (!post || post.deletedAt !== null) return post ? { blank_post: true } : {};
  return {
    post_id: post.id,
    target_url: url,
    cooked: post.cooked,
    raw: post.raw,
    reply_count: 0,
    post_version: 1,
    post_updated_at: iso(post.createdAt),
  };
}

function showMessage(scoreId: number, message: string | null, beside: Beside): number | null {
  if (message === null) return null;
  const id = scoreId + 100_000;
  put(beside, 'conversation_posts', { id, excerpt: message });
  put(beside, 'reviewable_conversations', { id, permalink: '/t/x/1', has_more: false, conversation_post_ids: [id] });
  return id;
}

function showActions(world: DiscourseWorld, reviewable: Reviewable, beside: Beside): string[] {
  return offeredActions(world, reviewable).map((bundle) => {
    const ids = bundle.actions.map((action) => {
      const id = `${reviewable.id}-${action.name}`;
      put(beside, 'actions', {
        id,
        action_name: action.name,
        icon: 'thumbs-up',
        label: action.name.replaceAll('_', ' '),
        server_action: action.name,
        ...(action.client !== undefined && { client_action: action.client }),
        ...(action.needsReason && { require_reject_reason: true }),
      });
      return id;
    });
    put(beside, 'bundled_actions', { id: bundle.id, icon: 'thumbs-up', label: 'Yes', action_ids: ids } as {
      id: string;
    });
    return bundle.id;
  });
}

function showClaim(world: DiscourseWorld, { topicId }: Reviewable, beside: Beside): object {
  if (world.settings.claiming === 'disabled') return {};
  const holder = world.user(topicId === null ? null : (world.claims.get(topicId) ?? null));
  if (!holder) return { claimed_by_id: null };
  put(beside, 'users', basicUser(holder));
  if (world.settings.shape === 'user') return { claimed_by_id: holder.id };
  const claim = { id: (topicId ?? 0) + 50_000, automatic: false, user_id: holder.id };
  put(beside, 'reviewable_claimed_topics', claim);
  return { claimed_by_id: claim.id };
}

function showHistory(world: DiscourseWorld, reviewable: Reviewable, beside: Beside): object {
  for (const entry of reviewable.histories) {
    const by = world.user(entry.by);
    if (by) put(beside, 'users', basicUser(by));
    put(beside, 'reviewable_histories', {
      id: entry.id,
      reviewable_history_type: entry.type,
      status: entry.status,
      created_at: iso(entry.at),
      created_by_id: by?.id ?? null,
    });
  }
  for (const note of reviewable.notes) {
    const by = world.user(note.by);
    put(beside, 'reviewable_notes', {
      id: note.id,
      content: note.content,
      cooked: `<p>${note.content}</p>`,
      created_at: iso(note.at),
      updated_at: iso(note.at),
      user: by && basicUser(by),
    });
  }
  return {
    target_type: reviewable.target?.type ?? null,
    target_id: reviewable.target?.id ?? null,
    reviewable_history_ids: reviewable.histories.map(({ id }) => id),
    reviewable_note_ids: reviewable.notes.map(({ id }) => id),
  };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
