import { PlatformError } from '../platform.ts';
import type { Credentials } from './credentials.ts';
import { discoverEndpoints } from './discover-endpoints.ts';
import { openClient } from './open-client.ts';

/**
 * Takes the token back on the server, so that it is worth nothing to anybody. False when that can't be done from here
 * (a pasted token: its owner has to do it on the server's pages) or the server no longer knows it.
 */
export async function revokeToken(credentials: Credentials, signal: AbortSignal): Promise<boolean> {
  const { clientId, clientSecret } = credentials;
  if (clientId === null || clientSecret === null) return false;
  const http = openClient(credentials.baseUrl);
  try {
    const { revoke } = await discoverEndpoints(http, signal);
    const form = [
      ['client_id', clientId],
      ['client_secret', clientSecret],
      ['token', credentials.accessToken],
    ] as const;
    await http.send({ method: 'POST', path: revoke, form, signal });
    return true;
  } catch (error) {
    const isUnknown =
      error instanceof PlatformError && ['not-found', 'refused', 'forbidden', 'unauthorized'].includes(error.code);
    if (isUnknown) return false;
    throw error;
  }
}
