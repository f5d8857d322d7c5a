import type { DiscourseWorld } from './discourse-world.ts';
import type { Post, Reviewable, User } from './entities.ts';

export interface OfferedAction {
  readonly name: string;
  /** What the program has to do first; the server's part only closes. */
  readonly client?: string;
  readonly confirm?: true;
  readonly needsReason?: true;
}

export interface OfferedBundle {
  readonly id: string;
  readonly actions: readonly OfferedAction[];
}

/** What the site offers with a reviewable, to somebody of the team. Nothing, once it is closed. */
export function offeredActions(world: DiscourseWorld, reviewable: Reviewable): OfferedBundle[] {
  const build = world.settings.actions === 'apart' ? apart : combined;
  return build(world, reviewable)
    .filter(({ actions }) => actions.length > 0)
    .map(({ id, actions }) => ({ id: `${reviewable.id}-${id}`, actions }));
}

function combined(world: DiscourseWorld, reviewable: Reviewable): OfferedBundle[] {
  const isPending = reviewable.status === 'pending';
  const post = reviewable.target?.type === 'Post' ? world.post(reviewable.target.id) : null;
  const author = world.user(reviewable.targetCreatedById);
  switch (reviewable.type) {
    case 'ReviewableFlaggedPost':
      return isPending && post ? flaggedPost(post, author) : [];
    case 'ReviewableQueuedPost':
      // Who turned a post down may still think better of it.
      return [
        { id: 'approve', actions: reviewable.status === 'approved' || !author ? [] : [{ name: 'approve_post' }] },
        {
          id: 'reject-post',
          actions: isPending
            ? [
                { name: 'reject_post' },
                { name: 'revise_and_reject_post' },
                ...deletions(author, ['delete_user', 'delete_user_block']),
              ]
            : [],
        },
      ];
    case 'ReviewableUser':
      return isPending
        ? [
            { id: 'approve', actions: [{ name: 'approve_user' }] },
            {
              id: 'reject-user',
              actions: [
                { name: 'delete_user', needsReason: true },
                { name: 'delete_user_block', needsReason: true },
              ],
            },
          ]
        : [];
    default:
      return isPending ? [{ id: 'plugin', actions: [{ name: 'confirm_spam' }, { name: 'not_spam' }] }] : [];
  }
}

function flaggedPost(post: Post, author: User | null): OfferedBundle[] {
  const mayPenalize = author !== null && !author.admin && !author.moderator;
  const mayDelete = post.number > 1 && post.deletedAt === null;
  const agree: OfferedAction[] = [
    ...(post.deletedAt === null && !post.hidden ? [{ name: 'agree_and_hide' }] : []),
    ...(post.hidden
      ? [{ name: 'agree_and_keep_hidden' }]
      : [{ name: 'agree_and_keep' }, { name: 'agree_and_edit', client: 'edit' }]),
    ...(mayDelete ? [{ name: 'delete_and_agree' }] : []),
    ...(mayPenalize
      ? [
          { name: 'agree_and_suspend', client: 'suspend' },
          { name: 'agree_and_silence', client: 'silence' },
        ]
      : []),
  ];
  return [
    { id: 'agree', actions: agree },
    { id: 'disagree', actions: [{ name: post.hidden ? 'disagree_and_restore' : 'disagree' }] },
    {
      id: 'ignore',
      actions: [
        ...(post.hidden ? [] : [{ name: 'ignore_and_do_nothing' }]),
        ...(mayDelete ? [{ name: 'delete_and_ignore' }] : []),
      ],
    },
  ];
}

function apart(world: DiscourseWorld, reviewable: Reviewable): OfferedBundle[] {
  if (reviewable.status !== 'pending') return [];
  const author = world.user(reviewable.targetCreatedById);
  const post = reviewable.target?.type === 'Post' ? world.post(reviewable.target.id) : null;
  if (reviewable.type === 'ReviewableUser') {
    return [{ id: 'user-actions', actions: [{ name: 'approve_user' }, { name: 'delete_user' }] }];
  }
  const onPost: OfferedAction[] = [{ name: 'no_action_post' }];
  if (reviewable.type === 'ReviewableQueuedPost') onPost.push({ name: 'approve_post' }, { name: 'reject_post' });
  if (post) {
    onPost.push(post.hidden ? { name: 'unhide_post' } : { name: 'hide_post' });
    if (post.number > 1) onPost.push({ name: 'delete_post' });
    onPost.push({ name: 'edit_post', client: 'edit' });
  }
  return [
    { id: 'post-actions', actions: onPost },
    {
      id: 'user-actions',
      actions: [
        { name: 'no_action_user' },
        ...(author
          ? [
              { name: 'silence_user', client: 'silence' },
              { name: 'suspend_user', client: 'suspend' },
              ...deletions(author, ['delete_user', 'delete_and_block_user']),
            ]
          : []),
      ],
    },
  ];
}

function deletions(author: User | null, names: readonly string[]): OfferedAction[] {
  return author === null || author.admin || author.moderator ? [] : names.map((name) => ({ name }));
}
