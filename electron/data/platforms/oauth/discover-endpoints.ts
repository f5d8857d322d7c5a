import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

export interface OAuthEndpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly register: string;
  /** Null when the server doesn't list them: Mastodon before 4.3, GoToSocial. */
  readonly scopes: readonly string[] | null;
}

const usualPaths = {
  authorize: '/oauth/authorize',
  token: '/oauth/token',
  revoke: '/oauth/revoke',
  register: '/api/v1/apps',
} as const;

/**
 * Where this server signs people in. Endpoints on another host are not believed: the token would go there. Servers that
 * publish no metadata use the usual paths.
 */
export async function discoverEndpoints(http: HttpClient, signal: AbortSignal): Promise<OAuthEndpoints> {
  const metadata = new RemoteValue(await readMetadata(http, signal));
  if (!metadata.isObject) return { ...usualPaths, scopes: null };
  const path = (field: string, usual: string) => ownPath(metadata.at(field).textOr(''), http.origin) ?? usual;
  const scopes = metadata.at('scopes_supported').listOrNone();
  return {
    authorize: path('authorization_endpoint', usualPaths.authorize),
    token: path('token_endpoint', usualPaths.token),
    revoke: path('revocation_endpoint', usualPaths.revoke),
    register: path('app_registration_endpoint', usualPaths.register),
    scopes: scopes.length === 0 ? null : scopes.map((scope) => scope.textOr('')),
  };
}

async function readMetadata(http: HttpClient, signal: AbortSignal): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', path: '/.well-known/oauth-authorization-server', signal })).body;
  } catch (error) {
    const absent =
      error instanceof PlatformError &&
      ['not-found', 'refused', 'malformed', 'captive', 'forbidden'].includes(error.code);
    if (absent) return null;
    throw error;
  }
}

function ownPath(address: string, origin: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.host === new URL(origin).host ? `${url.pathname}${url.search}` : null;
}
