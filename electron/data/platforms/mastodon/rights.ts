import type { Ability } from '../../../../shared/domain/community.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/** Permissions of a role (Role#permissions), by the names that Mastodon's own pages give them. */
const administrator = 1 << 0;
const permissions = { 'View Dashboard': 1 << 3, 'Manage Reports': 1 << 4, 'Manage Users': 1 << 10 } as const;
type Permission = keyof typeof permissions;

/** What the token and the role allow; null where the server does not say, and then everything counts as allowed. */
export interface GrantedRights {
  readonly scopes: readonly string[] | null;
  readonly permissions: number | null;
  /** GoToSocial lets one role do all of it and knows no single permissions: then that role is what is missing. */
  readonly onlyRole: string | null;
}

const handling = { scopes: ['admin:read:reports', 'admin:write:reports'], permission: 'Manage Reports' } as const;
const sanctioning = {
  scopes: ['admin:read:accounts', 'admin:write:accounts'],
  permission: 'Manage Users',
} as const;
/** Measures, dimensions and retention want the whole of `admin:read`. */
const counting = { scopes: ['admin:read'], permission: 'View Dashboard' } as const;

interface Wanted {
  readonly scopes: readonly string[];
  readonly permission: Permission;
}

const wanted: Partial<Readonly<Record<Ability | 'reports', Wanted>>> = {
  reports: { scopes: ['admin:read:reports'], permission: 'Manage Reports' },
  assign: handling,
  resolve: handling,
  reopen: handling,
  resolveWithComment: handling,
  warn: sanctioning,
  sensitive: sanctioning,
  disable: sanctioning,
  silence: sanctioning,
  suspend: sanctioning,
  activities: { scopes: ['admin:read:accounts', 'read:statuses'], permission: 'Manage Users' },
  measures: counting,
  dimensions: counting,
  retention: counting,
};

/** The rights that an ability takes and that are surely missing, by Mastodon's names: scopes first, then the role's. */
export function missingRights(ability: Ability | 'reports', granted: GrantedRights): readonly string[] {
  const { scopes, permission } = wanted[ability] ?? { scopes: [] };
  const lacking = scopes.filter((scope) => granted.scopes !== null && !covers(granted.scopes, scope));
  const hasPermission =
    permission === undefined ||
    granted.permissions === null ||
    (granted.permissions & (administrator | permissions[permission])) !== 0;
  return hasPermission ? lacking : [...lacking, granted.onlyRole ?? permission];
}

/**
 * The scopes of the app that the token was made by; a token made on the server's pages or asked for by Hearth has the same.
 * Null where the server doesn't say: Mastodon before 4.3.
 */
export async function readScopes(http: HttpClient, signal: AbortSignal): Promise<readonly string[] | null> {
  try {
    const { body } = await http.send({ method: 'GET', path: '/api/v1/apps/verify_credentials', signal });
    const app = new RemoteValue(body);
    const scopes = app.isObject ? app.at('scopes').listOrNone() : [];
    return scopes.length === 0 ? null : scopes.map((scope) => scope.textOr(''));
  } catch (error) {
    // A help, not a condition: whatever comes instead of an answer, the abilities themselves are asked for later.
    if (
      error instanceof PlatformError &&
      ['not-found', 'forbidden', 'refused', 'malformed', 'captive'].includes(error.code)
    )
      return null;
    throw error;
  }
}

/** An identifier that GoToSocial gives to nothing. */
const nothing = '0'.repeat(26);

/** A question for each scope that is refused without it, and about nothing with it: the scope is looked at first. */
const questions: readonly (readonly [scope: string, method: 'GET' | 'POST', path: string])[] = [
  ['admin:read:reports', 'GET', '/api/v1/admin/reports?limit=1'],
  ['admin:write:reports', 'POST', `/api/v1/admin/reports/${nothing}/resolve`],
  ['admin:read:accounts', 'GET', '/api/v1/admin/accounts?limit=1'],
  ['admin:write:accounts', 'POST', `/api/v1/admin/accounts/${nothing}/action`],
  ['read:statuses', 'GET', `/api/v1/accounts/${nothing}/statuses?limit=1`],
];

/**
 * The scopes of a token on GoToSocial, which tells nobody. Null for who has not the role either: then the answer would be the
 * same for both.
 */
export async function probeScopes(
  http: HttpClient,
  permissions: number | null,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  if (permissions === null || (permissions & administrator) === 0) return null;
  const granted: string[] = [];
  for (const [scope, method, path] of questions) {
    const form = method === 'POST' ? { form: [], readsOnly: true } : {};
    if (await isLetIn(http.send({ method, path, ...form, signal }))) granted.push(scope);
  }
  return granted;
}

async function isLetIn(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === 'forbidden') return false;
    // A help, not a condition: whatever comes instead of an answer, it was no "no".
    if (['not-found', 'refused', 'malformed', 'captive'].includes(error.code)) return true;
    throw error;
  }
}

/** `admin:read` covers `admin:read:reports`. */
function covers(granted: readonly string[], scope: string): boolean {
  return granted.some((one) => scope === one || scope.startsWith(`${one}:`));
}
