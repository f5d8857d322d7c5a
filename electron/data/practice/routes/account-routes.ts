import { type Answer, ok } from '../http/answer.ts';
import { pageOf } from '../http/page-of.ts';
import type { PracticeAccount, PracticeStrike } from '../world/world-state.ts';
import { book, onMastodon, type Route, type RouteContext, refuse } from './route.ts';

const reading = { scopes: ['admin:read:accounts'], permission: 'users' } as const;
const writing = { scopes: ['admin:write:accounts'], permission: 'users', changes: true } as const;

/** How long GoToSocial takes to carry a suspension out; another action meanwhile is a 409. */
const suspensionTakesMs = 3_000;

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/admin/accounts', ...reading, handle: list },
  { method: 'GET', path: '/api/v2/admin/accounts', ...reading, handle: list },
  { method: 'GET', path: '/api/v1/admin/accounts/:id', ...reading, handle: withAccount(shown) },
  { method: 'POST', path: '/api/v1/admin/accounts/:id/action', ...writing, handle: withAccount(act) },
  undo('enable', 'account.undo-disable', (account) => {
    account.disabled = false;
  }),
  undo('unsilence', 'account.undo-silence', (account) => {
    account.silenced = false;
  }),
  undo('unsuspend', 'account.undo-suspend', (account) => {
    account.suspended = false;
  }),
  undo('unsensitive', 'account.undo-sensitive', (account) => {
    account.sensitized = false;
  }),
];

function list(context: RouteContext): Answer {
  const isHereOnly = context.call.query.get('origin') === 'local';
  const accounts = context.world.state.accounts.filter(
    (account) => account.domain === null || (!account.bot && !isHereOnly),
  );
  const write = (account: PracticeAccount) => context.entities.adminAccount(account);
  const at = { query: context.call.query, origin: context.origin, path: context.call.path };
  if (context.world.state.flavour === 'gotosocial') return listByName(accounts, write, at);
  const byAge = [...accounts].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return pageOf(byAge, write, { ...at, usual: 100, most: 200, endsQuietly: true });
}

/** GoToSocial sorts accounts by name, and its cursors are names, not ids. */
function listByName(
  accounts: readonly PracticeAccount[],
  write: (account: PracticeAccount) => unknown,
  at: { query: URLSearchParams; origin: string; path: string },
): Answer {
  const cursorOf = (account: PracticeAccount) => `${account.domain ?? ''}/@${account.username}`;
  const sorted = [...accounts].sort((a, b) => (cursorOf(a) < cursorOf(b) ? -1 : 1));
  const limit = Math.min(Number(at.query.get('limit') ?? 50) || 50, 200);
  const after = at.query.get('max_id');
  const page = sorted.filter((account) => after === null || cursorOf(account) > after).slice(0, limit);
  const last = page.at(-1);
  if (last === undefined) return ok([]);
  const query = new URLSearchParams(at.query);
  query.set('max_id', cursorOf(last));
  return ok(page.map(write), { link: `<${at.origin}${at.path}?${query}>; rel="next"` });
}

function withAccount(handle: (account: PracticeAccount, context: RouteContext) => Answer): Route['handle'] {
  return (context) => {
    const account = context.world.account(context.params[0] ?? '');
    return account === undefined ? refuse(context, 404) : handle(account, context);
  };
}

function act(account: PracticeAccount, context: RouteContext): Answer {
  const { form } = context.call;
  const type = sanctionType(form.get('type'));
  if (context.world.state.flavour === 'gotosocial') {
    if (type !== 'suspend') return { status: 400, json: { error: 'Bad Request: supported action types are: suspend' } };
    if (account.busyUntil > context.now) return refuse(context, 409);
    account.busyUntil = context.now + suspensionTakesMs;
  } else {
    // Mastodon can neither warn nor lock out somebody whose account is elsewhere.
    const cannot = account.domain !== null && (type === 'none' || type === 'disable');
    if (type === null || cannot) return refuse(context, 422);
    if (account.role !== 'member') return refuse(context, 403);
  }
  const key = context.call.headers['idempotency-key'];
  context.world.sanction(account, {
    type,
    byId: context.me?.id ?? '',
    at: context.now,
    reportId: form.get('report_id'),
    text: form.get('text') ?? '',
    mailed: form.get('send_email_notification') === 'true',
    idempotencyKey: typeof key === 'string' ? key : null,
  });
  book(context, type === 'none' ? 'account.warn' : `account.${type}`, account.id, form.get('report_id'));
  return ok({});
}

function sanctionType(text: string | null): PracticeStrike['type'] | null {
  const known = ['none', 'sensitive', 'disable', 'silence', 'suspend'] as const;
  return known.find((type) => type === text) ?? null;
}

function undo(name: string, kind: string, change: (account: PracticeAccount) => void): Route {
  const handle = withAccount((account, context) => {
    change(account);
    book(context, kind, account.id);
    return shown(account, context);
  });
  return { method: 'POST', path: `/api/v1/admin/accounts/:id/${name}`, ...writing, flavours: onMastodon, handle };
}

function shown(account: PracticeAccount, context: RouteContext): Answer {
  return ok(context.entities.adminAccount(account));
}
