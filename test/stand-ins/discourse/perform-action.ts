import type { DiscourseWorld } from './discourse-world.ts';
import type { Post, Reviewable, Status, User } from './entities.ts';
import { offeredActions } from './offered-actions.ts';

export type Performed =
  | { readonly result: 'done'; readonly transitionTo: Status | null }
  | { readonly result: 'not-offered' }
  | { readonly result: 'conflict' };

/**
 * Does one of the offered actions, as the site does it: the version number is compared and raised first. Where post and user are
 * handled apart, the reviewable stays pending until something was done in every bundle.
 */
export function performAction(
  world: DiscourseWorld,
  reviewable: Reviewable,
  action: string,
  asked: { readonly by: User; readonly version: number },
): Performed {
  const bundle = offeredActions(world, reviewable).find(({ actions }) => actions.some(({ name }) => name === action));
  if (!bundle) return { result: 'not-offered' };
  if (asked.version !== reviewable.version) return { result: 'conflict' };
  reviewable.version += 1;
  const post = reviewable.target?.type === 'Post' ? world.post(reviewable.target.id) : null;
  const to = world.settings.actions === 'apart' ? apart(action, post, world) : combined(action, post, world);
  if (action === 'approve_post') publish(world, reviewable);
  if (world.settings.actions === 'apart') {
    reviewable.done.push({ bundle: bundle.id, status: to });
    const open = offeredActions(world, reviewable).filter(
      ({ id }) => !reviewable.done.some((one) => one.bundle === id),
    );
    const final = open.length === 0 ? finalStatus(reviewable) : 'pending';
    if (final === 'pending') return { result: 'done', transitionTo: null };
    close(world, reviewable, final, asked.by);
    return { result: 'done', transitionTo: final };
  }
  close(world, reviewable, to, asked.by);
  return { result: 'done', transitionTo: to };
}

function close(world: DiscourseWorld, reviewable: Reviewable, to: Status, by: User): void {
  world.transition(reviewable, to, by);
  if (reviewable.topicId !== null) world.claims.delete(reviewable.topicId);
}

function combined(action: string, post: Post | null, world: DiscourseWorld): Status {
  if (action.startsWith('delete_and') && post) post.deletedAt = world.clock();
  if (action === 'agree_and_hide' && post) post.hidden = true;
  if (action === 'disagree_and_restore' && post) post.hidden = false;
  if (/ignore/.test(action)) return 'ignored';
  if (/^(disagree|reject|revise|delete_user|not_spam)/.test(action)) return 'rejected';
  return 'approved';
}

function apart(action: string, post: Post | null, world: DiscourseWorld): Status {
  if (action === 'delete_post' && post) post.deletedAt = world.clock();
  if (action === 'hide_post' && post) post.hidden = true;
  if (action === 'unhide_post' && post) post.hidden = false;
  if (action.startsWith('no_action')) return 'ignored';
  return /^(approve|unhide|restore|edit)/.test(action) ? 'approved' : 'rejected';
}

/** Mixed outcomes leave it pending: that is how the site counts, odd as it looks. */
function finalStatus({ done }: Reviewable): Status {
  const all = (status: Status) => done.every((one) => one.status === status);
  if (all('ignored')) return 'ignored';
  if (all('rejected')) return 'rejected';
  return done.some(({ status }) => status === 'approved') ? 'approved' : 'pending';
}

function publish(world: DiscourseWorld, reviewable: Reviewable): void {
  const author = world.user(reviewable.targetCreatedById);
  const raw = String(reviewable.payload?.raw ?? '');
  if (!author) return;
  const topic = world.topic(reviewable.topicId) ?? world.addTopic(String(reviewable.payload?.title ?? 'Topic'));
  reviewable.target = { type: 'Post', id: world.addPost(topic, author, { raw }).id };
  reviewable.topicId = topic.id;
}
