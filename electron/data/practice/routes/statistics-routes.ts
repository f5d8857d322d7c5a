import type { Instant } from '../../../../shared/domain/ids.ts';
import { type Answer, ok } from '../http/answer.ts';
import type { PracticeWorld } from '../world/practice-world.ts';
import { onMastodon, type Route, type RouteContext } from './route.ts';
import { tagCounters } from './tag-routes.ts';

const day = 86_400_000;
const week = 7 * day;
const asking = { scopes: ['admin:read'], permission: 'dashboard', flavours: onMastodon } as const;

export const statisticsRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v1/admin/measures', ...asking, handle: measures },
  { method: 'POST', path: '/api/v1/admin/dimensions', ...asking, handle: dimensions },
  { method: 'POST', path: '/api/v1/admin/retention', ...asking, handle: retention },
  { method: 'GET', path: '/api/v1/instance/activity', flavours: onMastodon, handle: activity },
];

type Counter = (world: PracticeWorld, from: Instant, to: Instant) => number;

const counters: Readonly<Record<string, Counter>> = {
  active_users: (world, from, to) => new Set(postsWithin(world, from, to).map((post) => post.accountId)).size,
  new_users: (world, from, to) => world.state.accounts.filter((account) => within(account.createdAt, from, to)).length,
  interactions: (world, from, to) => postsWithin(world, from, to).filter((post) => post.inReplyTo !== null).length,
  opened_reports: (world, from, to) =>
    world.state.reports.filter((report) => within(report.createdAt, from, to)).length,
  resolved_reports: (world, from, to) =>
    world.state.reports.filter((report) => report.actionTakenAt !== null && within(report.actionTakenAt, from, to))
      .length,
};

/** Values are texts, and dates come in two forms, as Mastodon's do. */
function measures(context: RouteContext): Answer {
  const { form } = context.call;
  const days = daysOf(form);
  const answer = form.getAll('keys[]').flatMap((key) => {
    const countTag = tagCounters[key];
    if (countTag !== undefined) return [tagMeasure(context, key, countTag, days)];
    const count = counters[key];
    if (count === undefined) return [];
    const values = days.map((at) => count(context.world, at, at + day));
    const writeDate = key === 'active_users' || key === 'interactions' ? shortDate : longDate;
    return [
      {
        key,
        unit: null,
        total: String(values.reduce((sum, value) => sum + value, 0)),
        previous_total: '0',
        data: days.map((at, position) => ({ date: writeDate(at), value: String(values[position]) })),
      },
    ];
  });
  return ok(answer);
}

function tagMeasure(
  { world, call }: RouteContext,
  key: string,
  count: (typeof tagCounters)[string],
  days: readonly Instant[],
): object {
  const id = call.form.get(`${key}[id]`);
  const [first = 0] = days;
  return {
    key,
    unit: null,
    total: String(count(world, id, first, (days.at(-1) ?? first) + day)),
    previous_total: '0',
    data: days.map((at) => ({ date: longDate(at), value: String(count(world, id, at, at + day)) })),
  };
}

function dimensions(context: RouteContext): Answer {
  const { form } = context.call;
  const limit = Number(form.get('limit') ?? 10) || 10;
  const locals = context.world.state.accounts.filter((account) => account.domain === null);
  const known: Readonly<Record<string, () => { key: string; human_key: string; value: string }[]>> = {
    languages: () => countBy(locals.map((account) => account.language)),
    sources: () => [{ key: 'web', human_key: 'Website', value: String(locals.length) }],
    servers: () => countBy(context.world.state.accounts.flatMap((account) => account.domain ?? [])),
  };
  return ok(
    form.getAll('keys[]').flatMap((key) => {
      const count = known[key];
      return count === undefined ? [] : [{ key, data: count().slice(0, limit) }];
    }),
  );
}

function retention(context: RouteContext): Answer {
  const { form } = context.call;
  if (form.get('start_at') === null || form.get('end_at') === null || form.get('frequency') === null) return ok([]);
  const frequency = form.get('frequency') === 'month' ? 'month' : 'day';
  const starts = frequency === 'month' ? monthsOf(form) : daysOf(form);
  const after = (at: Instant) => (frequency === 'month' ? nextMonth(at) : at + day);
  return ok(
    starts.map((start, position) => {
      const joined = context.world.state.accounts.filter((account) => within(account.createdAt, start, after(start)));
      const data = starts.slice(position).map((at) => {
        const stayed = joined.filter((member) =>
          context.world.postsBy(member.id).some((post) => within(post.createdAt, at, after(at))),
        ).length;
        return { date: longDate(at), rate: joined.length === 0 ? 0 : stayed / joined.length, value: String(stayed) };
      });
      return { period: longDate(start), frequency, data };
    }),
  );
}

function activity({ world, now }: RouteContext): Answer {
  const thisWeek = Math.floor(now / week) * week;
  return ok(
    Array.from({ length: 12 }, (_, back) => {
      const from = thisWeek - back * week;
      const count = (key: string) => String(counters[key]?.(world, from, from + week) ?? 0);
      const statuses = String(postsWithin(world, from, from + week).length);
      return { week: String(from / 1000), statuses, logins: count('active_users'), registrations: count('new_users') };
    }),
  );
}

function postsWithin(world: PracticeWorld, from: Instant, to: Instant) {
  return world.state.posts.filter((post) => within(post.createdAt, from, to));
}

function within(at: Instant, from: Instant, to: Instant): boolean {
  return at >= from && at < to;
}

function countBy(keys: readonly string[]): { key: string; human_key: string; value: string }[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, value]) => ({ key, human_key: key, value: String(value) }));
}

/** The days of the span, without its times, at most two years. */
function daysOf(form: URLSearchParams): Instant[] {
  const from = dateOf(form.get('start_at'));
  const to = dateOf(form.get('end_at'));
  if (from === null || to === null) return [];
  const days: Instant[] = [];
  for (let at = from; at <= to && days.length < 731; at += day) days.push(at);
  return days;
}

function monthsOf(form: URLSearchParams): Instant[] {
  const from = dateOf(form.get('start_at'));
  const to = dateOf(form.get('end_at'));
  if (from === null || to === null) return [];
  const months: Instant[] = [];
  const first = new Date(from);
  for (
    let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth());
    at <= to && months.length < 60;
    at = nextMonth(at)
  ) {
    months.push(at);
  }
  return months;
}

function nextMonth(at: Instant): Instant {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

function dateOf(text: string | null): Instant | null {
  const at = Date.parse((text ?? '').slice(0, 10));
  return Number.isNaN(at) ? null : at;
}

function shortDate(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function longDate(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 23)}+00:00`;
}
