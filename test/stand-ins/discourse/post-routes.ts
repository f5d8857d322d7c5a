import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import type { DiscourseWorld } from './discourse-world.ts';
import type { Post, Topic } from './entities.ts';
import { noAccess, notFound } from './refusals.ts';
import type { Route, Visit } from './route.ts';
import { iso } from './show-reviewable.ts';

const most = 50;
/** Posts of a topic around a place in it. */
const aroundPlace = 20;

export const postRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/posts\.json$/, for: 'everybody', handle: latest },
  {
    method: 'GET',
    path: /^\/posts\/(\d+)\.json$/,
    for: 'members',
    handle: withPost((post, { world }) => ok(showPost(world, post))),
  },
  { method: 'DELETE', path: /^\/posts\/(\d+)(?:\.json)?$/, for: 'staff', handle: withPost(remove) },
  { method: 'PUT', path: /^\/posts\/(\d+)\/recover(?:\.json)?$/, for: 'staff', handle: withPost(recover) },
  { method: 'DELETE', path: /^\/t\/(\d+)(?:\.json)?$/, for: 'staff', handle: withTopic(removeTopic) },
  { method: 'PUT', path: /^\/t\/(\d+)\/recover(?:\.json)?$/, for: 'staff', handle: withTopic(recoverTopic) },
  { method: 'GET', path: /^\/t\/(\d+)\/(\d+)\.json$/, for: 'members', handle: around },
];

function withPost(handle: (post: Post, visit: Visit) => Answer): Route['handle'] {
  return (visit) => {
    const post = visit.world.post(Number(visit.params[0]));
    return post ? handle(post, visit) : notFound();
  };
}

function withTopic(handle: (topic: Topic, visit: Visit) => Answer): Route['handle'] {
  return (visit) => {
    const topic = visit.world.topic(Number(visit.params[0]));
    return topic ? handle(topic, visit) : notFound();
  };
}

/** The newest of all public posts, or those below a number. */
function latest({ world, call }: Visit): Answer {
  const before = Number(call.query.get('before')) || 0;
  const newest = Math.max(0, ...world.posts.map(({ id }) => id));
  const isPublic = (post: Post) =>
    post.deletedAt === null && !post.hidden && world.topic(post.topicId)?.categoryId !== 3;
  const end = before > 0 ? before : newest;
  const fits =
    world.settings.latestPosts === 'fifty-numbers'
      ? ({ id }: Post) => id <= end && id > end - most
      : ({ id, type }: Post) => type === 1 && (before <= 0 || id < before);
  const posts = world.posts.filter((post) => isPublic(post) && fits(post)).sort((a, b) => b.id - a.id);
  return ok({ latest_posts: posts.slice(0, most).map((post) => showPost(world, post)) });
}

function showPost(world: DiscourseWorld, post: Post): object {
  const by = world.user(post.userId);
  const topic = world.topic(post.topicId);
  const answered = world.posts.find(({ topicId, number }) => topicId === post.topicId && number === post.replyTo);
  const asked = answered ? world.user(answered.userId) : null;
  return {
    id: post.id,
    name: by?.name ?? null,
    username: by?.username ?? 'gone',
    created_at: iso(post.createdAt),
    cooked: post.cooked,
    post_number: post.number,
    post_type: post.type,
    reply_to_post_number: post.replyTo,
    ...(asked && { reply_to_user: { username: asked.username, name: asked.name } }),
    topic_id: post.topicId,
    topic_slug: topic?.slug,
    category_id: topic?.categoryId,
    staff: by?.admin === true || by?.moderator === true,
    user_id: post.userId,
    hidden: post.hidden,
    deleted_at: post.deletedAt === null ? null : iso(post.deletedAt),
    post_url: `/t/${topic?.slug}/${post.topicId}/${post.number}`,
  };
}

function around({ world, params }: Visit): Answer {
  const topic = world.topic(Number(params[0]));
  if (!topic) return notFound();
  const all = world.posts.filter(({ topicId }) => topicId === topic.id).sort((a, b) => a.number - b.number);
  const start = Math.max(0, Number(params[1]) - 1 - aroundPlace / 2);
  const posts = all.slice(start, start + aroundPlace);
  return ok({
    id: topic.id,
    title: topic.title,
    post_stream: { posts: posts.map((post) => showPost(world, post)), stream: all.map(({ id }) => id) },
  });
}

/** The first post is no post of its own: it goes with its topic. */
function remove(post: Post, { world }: Visit): Answer {
  if (post.number === 1) return noAccess();
  post.deletedAt = world.clock();
  world.book('post.remove', post.id);
  return empty;
}

function recover(post: Post, { world }: Visit): Answer {
  if (post.deletedAt === null) return noAccess();
  post.deletedAt = null;
  world.book('post.restore', post.id);
  return ok(showPost(world, post));
}

function firstOf(world: DiscourseWorld, topic: Topic): Post | undefined {
  return world.posts.find(({ topicId, number }) => topicId === topic.id && number === 1);
}

function removeTopic(topic: Topic, { world }: Visit): Answer {
  const first = firstOf(world, topic);
  topic.deletedAt = world.clock();
  if (first) first.deletedAt = topic.deletedAt;
  if (first) world.book('post.remove', first.id);
  return empty;
}

function recoverTopic(topic: Topic, { world }: Visit): Answer {
  const first = firstOf(world, topic);
  topic.deletedAt = null;
  if (first) first.deletedAt = null;
  if (first) world.book('post.restore', first.id);
  return empty;
}

/** 200 and nothing in it, as Rails answers `render body: nil`. */
const empty: Answer = { status: 200, text: { type: 'text/plain', body: '' } };
