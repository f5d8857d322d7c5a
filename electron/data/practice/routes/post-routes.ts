import { type Answer, ok } from '../http/answer.ts';
import { pageOf } from '../http/page-of.ts';
import type { PracticeWorld } from '../world/practice-world.ts';
import type { PracticePost } from '../world/world-state.ts';
import { type Route, type RouteContext, refuse } from './route.ts';

export const postRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/accounts/:id/statuses', scopes: ['read:statuses'], handle: listOf },
  { method: 'GET', path: '/api/v1/statuses/:id', handle: withPost((post, context) => ok(context.entities.post(post))) },
  { method: 'GET', path: '/api/v1/statuses/:id/context', handle: withPost(context_) },
];

function withPost(handle: (post: PracticePost, context: RouteContext) => Answer): Route['handle'] {
  return (context) => {
    const post = context.world.post(context.params[0] ?? '');
    return post === undefined || post.deletedAt !== null ? refuse(context, 404) : handle(post, context);
  };
}

/** What a member wrote, newest first. To a moderator who follows nobody, only what anybody may read. */
function listOf(context: RouteContext): Answer {
  const account = context.world.account(context.params[0] ?? '');
  if (account === undefined) return refuse(context, 404);
  const isForAnybody = ({ visibility }: PracticePost) => visibility === 'public' || visibility === 'unlisted';
  const posts = account.suspended ? [] : context.world.postsBy(account.id).filter(isForAnybody);
  const byAge = [...posts].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const isMastodon = context.world.state.flavour === 'mastodon';
  return pageOf(byAge, (post) => context.entities.post(post), {
    query: context.call.query,
    origin: context.origin,
    path: context.call.path,
    usual: isMastodon ? 20 : 30,
    most: isMastodon ? 40 : 100,
    endsQuietly: isMastodon,
  });
}

function context_(post: PracticePost, context: RouteContext): Answer {
  const write = (one: PracticePost) => context.entities.post(one);
  return ok({
    ancestors: ancestors(context.world, post).map(write),
    descendants: descendants(context.world, post).map(write),
  });
}

function ancestors(world: PracticeWorld, post: PracticePost): PracticePost[] {
  const found: PracticePost[] = [];
  for (let at = post.inReplyTo; at !== null; ) {
    const parent = world.post(at);
    if (parent === undefined) break;
    if (parent.deletedAt === null) found.unshift(parent);
    at = parent.inReplyTo;
  }
  return found;
}

function descendants(world: PracticeWorld, post: PracticePost): PracticePost[] {
  const found: PracticePost[] = [];
  const waiting = [...world.repliesTo(post.id)];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const reply = world.post(id);
    if (reply === undefined || reply.deletedAt !== null) continue;
    found.push(reply);
    waiting.push(...world.repliesTo(id));
  }
  return found;
}
