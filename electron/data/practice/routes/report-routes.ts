import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import { pageOf } from '../http/page-of.ts';
import { practiceRules } from '../world/rules.ts';
import type { PracticeReport } from '../world/world-state.ts';
import { book, onMastodon, type Route, type RouteContext, refuse } from './route.ts';

const reading = { scopes: ['admin:read:reports'], permission: 'reports' } as const;
const writing = { scopes: ['admin:write:reports'], permission: 'reports', changes: true } as const;

export const reportRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/admin/reports', ...reading, handle: list },
  {
    method: 'GET',
    path: '/api/v1/admin/reports/:id',
    ...reading,
    handle: withReport((report, context) => shown(report, context)),
  },
  { method: 'PUT', path: '/api/v1/admin/reports/:id', ...writing, flavours: onMastodon, handle: withReport(change) },
  {
    method: 'POST',
    path: '/api/v1/admin/reports/:id/assign_to_self',
    ...writing,
    flavours: onMastodon,
    handle: acting('report.assign', (report, { world, me, now }) => world.assign(report, me?.id ?? null, now)),
  },
  {
    method: 'POST',
    path: '/api/v1/admin/reports/:id/unassign',
    ...writing,
    flavours: onMastodon,
    handle: acting('report.unassign', (report, { world, now }) => world.assign(report, null, now)),
  },
  {
    method: 'POST',
    path: '/api/v1/admin/reports/:id/reopen',
    ...writing,
    flavours: onMastodon,
    handle: acting('report.reopen', (report, { world, now }) => world.reopen(report, now)),
  },
  { method: 'POST', path: '/api/v1/admin/reports/:id/resolve', ...writing, handle: withReport(resolve) },
];

function list(context: RouteContext): Answer {
  const { query } = context.call;
  const shownState = filterOf(context);
  const target = query.get('target_account_id');
  const reporter = query.get('account_id');
  const items = context.world.state.reports.filter(
    (report) =>
      (shownState === 'all' || (report.actionTakenAt === null) === (shownState === 'open')) &&
      (target === null || report.targetId === target) &&
      (reporter === null || report.reporterId === reporter),
  );
  const isMastodon = context.world.state.flavour === 'mastodon';
  return pageOf(items, (report) => context.entities.report(report), {
    query,
    origin: context.origin,
    path: context.call.path,
    usual: isMastodon ? 100 : 20,
    most: isMastodon ? 200 : 100,
    endsQuietly: isMastodon,
  });
}

/** Mastodon up to 4.5: the mere presence of `resolved` selects resolved ones, and its absence open ones. */
function filterOf(context: RouteContext): 'open' | 'resolved' | 'all' {
  const resolved = context.call.query.get('resolved');
  if (context.world.state.flavour === 'mastodon') return resolved === null ? 'open' : 'resolved';
  if (resolved === null) return 'all';
  return resolved === 'true' ? 'resolved' : 'open';
}

function withReport(handle: (report: PracticeReport, context: RouteContext) => Answer): Route['handle'] {
  return (context) => {
    const report = context.world.report(context.params[0] ?? '');
    return report === undefined ? refuse(context, 404) : handle(report, context);
  };
}

function acting(kind: string, act: (report: PracticeReport, context: RouteContext) => void): Route['handle'] {
  return withReport((report, context) => {
    act(report, context);
    book(context, kind, report.id, report.id);
    return shown(report, context);
  });
}

/** On GoToSocial the answer of a second call still names the first resolver; only a later GET names the second. */
function resolve(report: PracticeReport, context: RouteContext): Answer {
  const { world, me, now, call } = context;
  const first = report.actionTakenBy;
  const isMastodon = world.state.flavour === 'mastodon';
  const comment = call.form.get('action_taken_comment');
  world.resolve(report, me?.id ?? '', now, isMastodon ? null : comment);
  book(context, 'report.resolve', report.id, report.id);
  if (isMastodon || first === null) return shown(report, context);
  return ok(context.entities.report({ ...report, actionTakenBy: first }));
}

function change(report: PracticeReport, context: RouteContext): Answer {
  const { world, now, call } = context;
  const { form } = call;
  const category = form.get('category');
  if (category === 'spam' || category === 'legal' || category === 'violation' || category === 'other') {
    report.category = category;
  }
  const ruleIds = form.getAll('rule_ids[]').filter((id) => practiceRules.some((rule) => rule.id === id));
  report.ruleIds = report.category === 'violation' ? ruleIds : [];
  world.touch(report, now);
  book(context, 'report.change', report.id, report.id);
  return shown(report, context);
}

function shown(report: PracticeReport, context: RouteContext): Answer {
  return ok(context.entities.report(report));
}
