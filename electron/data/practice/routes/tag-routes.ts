import type { Instant } from '../../../../shared/domain/ids.ts';
import { ok } from '../http/answer.ts';
import type { PracticeWorld } from '../world/practice-world.ts';
import { onMastodon, type Route, refuse } from './route.ts';

/** A hashtag by its name, for anybody. One that nobody used yet has no number, as on Mastodon. */
export const tagRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/tags/:id',
    flavours: onMastodon,
    handle: (context) => {
      const name = (context.params[0] ?? '').toLowerCase();
      if (!/^[\p{L}\p{M}\p{N}_]+$/u.test(name)) return refuse(context, 404);
      const place = tagNames(context.world).indexOf(name);
      return ok({
        id: place < 0 ? null : String(place + 1),
        name,
        url: `${context.origin}/tags/${encodeURIComponent(name)}`,
        history: [],
      });
    },
  },
];

/** What is counted of one hashtag over a span, each key in its own way; accounts of the whole span once. */
export const tagCounters: Readonly<
  Record<string, (world: PracticeWorld, id: string | null, from: Instant, to: Instant) => number>
> = {
  tag_accounts: (world, id, from, to) => new Set(tagged(world, id, from, to).map(({ accountId }) => accountId)).size,
  tag_uses: (world, id, from, to) => tagged(world, id, from, to).length,
  tag_servers: (world, id, from, to) =>
    new Set(tagged(world, id, from, to).flatMap(({ accountId }) => world.account(accountId)?.domain ?? [])).size,
};

function tagged(world: PracticeWorld, id: string | null, from: Instant, to: Instant) {
  const name = tagNames(world)[Number(id) - 1];
  return world.state.posts.filter(
    (post) => post.createdAt >= from && post.createdAt < to && name !== undefined && namesIn(post.text).includes(name),
  );
}

/** In the order in which they were first used: a tag's number is its place, and stays. */
function tagNames({ state }: PracticeWorld): readonly string[] {
  return [...new Set(state.posts.flatMap(({ text }) => namesIn(text)))];
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/#([\p{L}\p{M}\p{N}_]+)/gu)].map(([, name = '']) => name.toLowerCase());
}
