import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import type { DiscourseWorld } from './discourse-world.ts';
import type { User } from './entities.ts';
import { noAccess, notFound, refused } from './refusals.ts';
import { bodyOf, type Route, type Visit } from './route.ts';
import { basicUser, iso } from './show-reviewable.ts';

const perPage = 100;
const longestReason = 300;

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/admin\/users\/list\/(\w+)\.json$/, for: 'staff', handle: list },
  {
    method: 'GET',
    path: /^\/admin\/users\/(-?\d+)\.json$/,
    for: 'staff',
    handle: withUser((user, { world }) => ok(adminUser(world, user))),
  },
  penalty('suspend', 'suspendedTill', 'suspend_until'),
  penalty('silence', 'silencedTill', 'silenced_till'),
  relief('unsuspend', 'suspendedTill', 'account.undo-suspend'),
  relief('unsilence', 'silencedTill', 'account.undo-silence'),
];

function withUser(handle: (user: User, visit: Visit) => Answer): Route['handle'] {
  return (visit) => {
    const user = visit.world.user(Number(visit.params[0]));
    return user ? handle(user, visit) : notFound();
  };
}

/** What stands only while a penalty lasts is left out otherwise. */
function adminUser(world: DiscourseWorld, user: User): object {
  const posts = world.posts.filter(({ userId }) => userId === user.id);
  return {
    ...basicUser(user),
    active: user.active,
    admin: user.admin,
    moderator: user.moderator,
    approved: user.approved,
    staged: user.staged,
    created_at: iso(user.createdAt),
    trust_level: 1,
    days_visited: 3,
    post_count: posts.length,
    topic_count: posts.filter(({ number }) => number === 1).length,
    ...(user.suspendedTill !== null && { suspended_at: iso(world.clock()), suspended_till: iso(user.suspendedTill) }),
    ...(user.silencedTill !== null && { silenced: true, silenced_till: iso(user.silencedTill) }),
  };
}

const kinds: Readonly<Record<string, (user: User) => boolean>> = {
  staff: (user) => user.admin || user.moderator,
  suspended: (user) => user.suspendedTill !== null,
  silenced: (user) => user.silencedTill !== null,
};

function list({ world, call, params }: Visit): Answer {
  const wanted = kinds[params[0] ?? ''] ?? (() => true);
  const isUpwards = call.query.get('order') === 'created' && call.query.has('asc');
  const users = world.users
    .filter((user) => !user.deleted && wanted(user))
    .sort((a, b) => (isUpwards ? a.createdAt - b.createdAt || a.id - b.id : b.createdAt - a.createdAt));
  const page = Math.max(0, (Number(call.query.get('page')) || 1) - 1);
  return ok(users.slice(page * perPage, (page + 1) * perPage).map((user) => adminUser(world, user)));
}

function penalty(verb: 'suspend' | 'silence', field: 'suspendedTill' | 'silencedTill', until: string): Route {
  const handle = withUser((user, { world, call, me }) => {
    const body = bodyOf(call);
    const reason = typeof body.reason === 'string' ? body.reason : '';
    const till = Date.parse(String(body[until] ?? ''));
    if (reason === '' || reason.length > longestReason || Number.isNaN(till)) return refused(400, null, 'Not valid');
    if (user[field] !== null) return { status: 409, json: { failed: 'FAILED', message: 'Already so.' } };
    if (user.admin || user.moderator) return noAccess();
    user[field] = till;
    world.book(`account.${verb}`, user.id);
    world.penalties.push(body);
    return ok({ [verb === 'suspend' ? 'suspension' : 'silence']: { [`${verb}_reason`]: reason, by: me?.username } });
  });
  return { method: 'PUT', path: new RegExp(`^/admin/users/(\\d+)/${verb}\\.json$`), for: 'staff', handle };
}

function relief(
  verb: string,
  field: 'suspendedTill' | 'silencedTill',
  kind: 'account.undo-suspend' | 'account.undo-silence',
): Route {
  const handle = withUser((user, { world }) => {
    user[field] = null;
    world.book(kind, user.id);
    return ok({ [verb]: {} });
  });
  return { method: 'PUT', path: new RegExp(`^/admin/users/(\\d+)/${verb}\\.json$`), for: 'staff', handle };
}
