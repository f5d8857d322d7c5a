import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import type { ActionKind } from '../../../shared/domain/action.ts';
import { notLoggedIn, refusal, v3 } from './answers.ts';
import type { NodebbWorld, Post, User } from './nodebb-world.ts';
import { Rendering } from './render.ts';

const usersPerPage = 50;
const postsPerPage = 20;
const hourMs = 3_600_000;

type Carried = (kind: ActionKind, target: number) => void;

/** `PUT|DELETE /api/v3/users/:uid/{ban,mute}` and the user itself. */
export function answerUsers(
  world: NodebbWorld,
  call: IncomingCall,
  user: User | null,
  carried: Carried,
): Answer | null {
  const [, id, what] = /^\/api\/v3\/users\/(\d+)(?:\/(ban|mute))?$/.exec(call.path) ?? [];
  if (id === undefined) return null;
  if (user === null) return notLoggedIn;
  const about = world.users.get(Number(id));
  if (!about) return refusal(404, 'User does not exist');
  if (what === undefined) return v3(new Rendering(world).user(about));
  const may = user.role === 'administrator' || (what === 'ban' && user.role === 'global-moderator');
  if (!may) return refusal(403, 'You do not have enough privileges for this action.');
  if (call.method === 'PUT' && about.role === 'administrator') return refusal(400, `You can't ${what} other admins!`);
  if (call.method === 'DELETE' && call.json === null) {
    return refusal(400, "Cannot read properties of undefined (reading 'reason')");
  }
  const until = (call.json as { until?: number } | null)?.until;
  if (call.method === 'PUT' && what === 'ban') world.ban(about.uid, user.uid);
  if (call.method === 'PUT' && what === 'mute') world.mute(about.uid, until);
  if (call.method === 'DELETE' && what === 'ban') about.banned = false;
  if (call.method === 'DELETE' && what === 'mute') Object.assign(about, { muted: false, mutedUntil: 0 });
  const effect = what === 'ban' ? 'suspend' : 'silence';
  carried(`account.${call.method === 'PUT' ? '' : 'undo-'}${effect}` as ActionKind, about.uid);
  return v3({});
}

/** Posts by the write interface, and topics. */
export function answerPosts(
  world: NodebbWorld,
  call: IncomingCall,
  user: User | null,
  carried: Carried,
): Answer | null {
  const topic = /^\/api\/v3\/topics\/(\d+)$/.exec(call.path)?.[1];
  if (topic !== undefined) return v3(world.topics.get(Number(topic)) ?? {});
  const [, pid, what] = /^\/api\/v3\/posts\/(\d+)(?:\/(state|summary|replies))?$/.exec(call.path) ?? [];
  if (pid === undefined) return null;
  const post = world.posts.get(Number(pid));
  if (!post) return refusal(404, 'Post does not exist');
  const rendering = new Rendering(world);
  if (what === undefined) return v3({ ...rendering.post(post), content: post.content });
  if (what === 'summary') return v3(summary(world, post));
  if (what === 'replies') {
    const replies = [...world.posts.values()].filter(({ toPid }) => toPid === post.pid);
    return v3({ replies: replies.map((reply) => rendering.post(reply)) });
  }
  if (user === null) return notLoggedIn;
  if (!world.isTeam(user)) return refusal(403, 'You do not have enough privileges for this action.');
  const deletes = call.method === 'DELETE';
  if (post.deleted === deletes) return refusal(400, `This post has already been ${deletes ? 'deleted' : 'restored'}`);
  world.setDeleted(post.pid, user.uid, deletes);
  carried(deletes ? 'post.remove' : 'post.restore', post.pid);
  return v3({});
}

/** Lists that guests may read as well. */
export function answerLists(world: NodebbWorld, call: IncomingCall, user: User | null): Answer | null {
  const page = Number(call.query.get('page')) || 1;
  if (call.path === '/api/users') {
    const users = [...world.users.values()].sort((a, b) => b.joindate - a.joindate);
    const rendering = new Rendering(world);
    return {
      status: 200,
      json: {
        users: users.slice((page - 1) * usersPerPage, page * usersPerPage).map((one) => rendering.user(one)),
        userCount: users.length,
        pagination: { currentPage: page, pageCount: Math.ceil(users.length / usersPerPage) },
      },
    };
  }
  if (!call.path.startsWith('/api/recent/posts')) return null;
  // The page is cut first; what the asker may not see is missing from it then. Category 2 is for the team.
  const posts = [...world.posts.values()].sort((a, b) => b.timestamp - a.timestamp);
  const shown = posts
    .slice((page - 1) * postsPerPage, page * postsPerPage)
    .filter(({ tid }) => world.topics.get(tid)?.cid !== 2 || world.isTeam(user ?? undefined));
  return { status: 200, json: shown.map((post) => summary(world, post)) };
}

export function answerAnalytics(world: NodebbWorld, call: IncomingCall, user: User | null): Answer | null {
  const [, set] = /^\/api\/v3\/admin\/analytics(?:\/([\w:]+))?$/.exec(call.path) ?? [];
  if (!call.path.startsWith('/api/v3/admin/analytics')) return null;
  if (user === null) return notLoggedIn;
  if (user.role !== 'administrator') return refusal(403, 'You are not authorised to make this call');
  if (set === undefined) return v3({ keys: [...world.analytics.keys()] });
  const until = Number(call.query.get('until')) || world.clock;
  const amount = Number(call.query.get('amount')) || 24;
  const last = Math.floor(until / hourMs) * hourMs;
  const counts = world.analytics.get(set);
  return v3(Array.from({ length: amount }, (_, i) => counts?.get(last - (amount - 1 - i) * hourMs) ?? 0));
}

function summary(world: NodebbWorld, post: Post): Readonly<Record<string, unknown>> {
  const topic = world.topics.get(post.tid);
  const rendering = new Rendering(world);
  return {
    pid: post.pid,
    tid: post.tid,
    toPid: post.toPid,
    url: `http://127.0.0.1:4567/post/${post.pid}`,
    content: rendering.html(post),
    uid: post.uid,
    timestamp: post.timestamp,
    deleted: post.deleted,
    timestampISO: new Date(post.timestamp).toISOString(),
    user: rendering.smallUser(post.uid),
    topic,
    category: { cid: topic?.cid, name: topic?.cid === 1 ? 'Announcements' : 'Team' },
    isMainPost: topic?.mainPid === post.pid,
  };
}
