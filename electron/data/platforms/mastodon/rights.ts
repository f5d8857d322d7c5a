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
 * Null where the server doesn't say: Mastodon before 4.3, GoToSocial.
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

/** `admin:read` covers `admin:read:reports`. */
function covers(granted: readonly string[], scope: string): boolean {
  return granted.some((one) => scope === one || scope.startsWith(`${one}:`));
}
