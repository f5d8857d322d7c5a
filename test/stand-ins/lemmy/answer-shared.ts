import type { LemmySession } from './lemmy-session.ts';
import type { Comment, LemmyWorld, Post, Report } from './lemmy-world.ts';

/** Reports that a person may see. 1.0 keeps what concerns the whole server from moderators. */
export function visibleReports(world: LemmyWorld, me: number, version: 'v3' | 'v4'): Report[] {
  if (world.isAdmin(me)) return [...world.reports];
  return world.reports.filter((report) => {
    if (report.kind === 'private_message' || report.kind === 'community') return false;
    if (version === 'v4' && report.violatesInstanceRules) return false;
    return world.communityOf(report)?.moderators.has(me) ?? false;
  });
}

/** Newest first: by time, and then by number. */
export function newestFirst<Row extends { readonly published: number; readonly id: number }>(
  rows: readonly Row[],
): Row[] {
  return [...rows].sort((a, b) => b.published - a.published || b.id - a.id);
}

/** What `type_` selects. Removed posts are in no list. */
export function postsOf(world: LemmyWorld, session: LemmySession): Post[] {
  return newestFirst(world.posts.filter((post) => !post.removed && isListed(world, session, post.communityId)));
}

export function commentsOf(world: LemmyWorld, session: LemmySession): Comment[] {
  const postId = session.number('post_id');
  const parent = world.comments.find((one) => one.id === session.number('parent_id'));
  return newestFirst(
    world.comments.filter((comment) => {
      if (postId !== null && comment.postId !== postId) return false;
      if (parent && comment.path !== parent.path && !comment.path.startsWith(`${parent.path}.`)) return false;
      return isListed(world, session, world.post(comment.postId).communityId);
    }),
  );
}

function isListed(world: LemmyWorld, session: LemmySession, communityId: number): boolean {
  const type = session.query('type_')?.toLowerCase() ?? 'local';
  if (!/^moderator_?view$/.test(type)) return true;
  return session.personId !== null && world.moderates(session.personId, communityId);
}
