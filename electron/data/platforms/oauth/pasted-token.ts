import { PlatformError } from '../platform.ts';
import type { Credentials } from './credentials.ts';

/**
 * Credentials from a token that a person made on the server's pages and pasted. Throws `refused` when it can't be a token at
 * all; whose it is, and whether it is valid, is asked when the community is added.
 */
export function acceptPastedToken(baseUrl: string, pasted: string): Credentials {
  const accessToken = pasted.trim();
  // RFC 6750: a bearer token has only these characters. Anything else was copied wrongly, and would break the header.
  if (!/^[A-Za-z0-9._~+/-]+=*$/.test(accessToken)) throw new PlatformError('refused');
  return { kind: 'pasted', baseUrl, accessToken, clientId: null, clientSecret: null, scopes: '' };
}
