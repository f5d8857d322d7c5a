import { createHttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import type { Credentials } from './credentials.ts';
import { openClient } from './open-client.ts';

/**
 * Credentials from a token that a person made on the server's pages and pasted. Asks the server once who it belongs to:
 * rejects with `unauthorized` when it is not valid, `refused` when it can't be a token at all.
 */
export async function acceptPastedToken(
  serverAddress: string,
  pasted: string,
  signal: AbortSignal,
): Promise<Credentials> {
  const { origin } = openClient(serverAddress);
  const accessToken = pasted.trim();
  // RFC 6750: a bearer token has only these characters. Anything else was copied wrongly, and would break the header.
  if (!/^[A-Za-z0-9._~+/-]+=*$/.test(accessToken)) throw new PlatformError('refused');
  const http = createHttpClient({ origin, accessToken, budget: null });
  await http.send({ method: 'GET', path: '/api/v1/accounts/verify_credentials', signal });
  return { kind: 'pasted', baseUrl: origin, accessToken, clientId: null, clientSecret: null, scopes: '' };
}
