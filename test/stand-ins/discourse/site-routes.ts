import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import type { DiscourseWorld } from './discourse-world.ts';
import { notFound } from './refusals.ts';
import type { Route, Visit } from './route.ts';
import { basicUser } from './show-reviewable.ts';

const title = 'A quiet place';

export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/session\/current\.json$/, for: 'everybody', handle: whoAmI },
  {
    method: 'GET',
    path: /^\/site\/basic-info\.json$/,
    for: 'everybody',
    handle: () =>
      ok({ title, description: '', apple_touch_icon_url: '/icon.png', login_required: false, locale: 'en' }),
  },
  {
    method: 'GET',
    path: /^\/about\.json$/,
    for: 'everybody',
    handle: () => ok({ about: { title, version: '2026.3.0' } }),
  },
  {
    method: 'GET',
    path: /^\/site\/settings\.json$/,
    for: 'everybody',
    handle: ({ world }) => ok({ title, reviewable_claiming: world.settings.claiming }),
  },
  {
    method: 'GET',
    path: /^\/site\.json$/,
    for: 'everybody',
    handle: ({ world }) => ok({ categories: categories(world) }),
  },
  { method: 'GET', path: /^\/admin\/reports\/bulk\.json$/, for: 'staff', handle: numbers },
  { method: 'GET', path: /^\/admin\/reports\/(\w+)\.json$/, for: 'staff', handle: oneNumber },
];

function whoAmI({ me }: Visit): Answer {
  if (!me) return notFound();
  return ok({
    current_user: { ...basicUser(me), admin: me.admin, moderator: me.moderator, staff: me.admin || me.moderator },
  });
}

function categories(world: DiscourseWorld): object[] {
  return [...world.categories].map(([id, name]) => ({ id, name, slug: name.toLowerCase() }));
}

/** One number a day for what the world can count; others are not known here. */
function count(world: DiscourseWorld, type: string, from: number, to: number): object {
  const times: Readonly<Record<string, () => readonly number[]>> = {
    signups: () => world.users.map(({ createdAt }) => createdAt),
    posts: () => world.posts.map(({ createdAt }) => createdAt),
    topics: () => world.posts.filter(({ number }) => number === 1).map(({ createdAt }) => createdAt),
    flags: () => world.reviewables.flatMap(({ scores }) => scores.map(({ createdAt }) => createdAt)),
  };
  const listed = times[type];
  if (!listed) return { type, error: 'not_found', data: null };
  const days = new Map<string, number>();
  for (const at of listed()) {
    if (at < from || at > to) continue;
    const day = new Date(at).toISOString().slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const data = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([x, y]) => ({ x, y }));
  return { type, title: type, data, total: listed().length };
}

const day = 24 * 60 * 60_000;

/** Without an end it is thirty days after the start, and without a start yesterday. */
function span(start: string | null, end: string | null, now: number): { from: number; to: number } {
  const from = start === null ? now - day : Date.parse(start);
  return { from, to: end === null ? from + 30 * day : Date.parse(end) + day - 1 };
}

function isHidden({ world, me }: Visit): boolean {
  return world.settings.numbersForAdmins && me?.admin !== true;
}

function numbers(visit: Visit): Answer {
  if (isHidden(visit)) return notFound();
  const { world, call } = visit;
  const types = new Set([...call.query.keys()].flatMap((key) => /^reports\[(\w+)\]/.exec(key)?.[1] ?? []));
  const reports = [...types].map((type) => {
    const { from, to } = span(
      call.query.get(`reports[${type}][start_date]`),
      call.query.get(`reports[${type}][end_date]`),
      world.clock(),
    );
    return count(world, type, from, to);
  });
  return ok({ reports });
}

function oneNumber(visit: Visit): Answer {
  if (isHidden(visit)) return notFound();
  const { world, call, params } = visit;
  const { from, to } = span(call.query.get('start_date'), call.query.get('end_date'), world.clock());
  return ok({ report: count(world, params[0] ?? '', from, to) });
}
