import { randomUUID } from 'node:crypto';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Authorization } from '../oauth/authorization.ts';
import { randomToken } from '../oauth/pkce.ts';
import { PlatformError } from '../platform.ts';
import { ask } from './ask.ts';
import { wantedPermissions } from './permissions.ts';
import { readSoftware } from './read-facts.ts';

/**
 * MiAuth: the person allows Hearth on the server's own page, which sends them back with `?session=`; the token is then
 * fetched, once, by the number of the session, which nobody but Hearth and that page knows. Who says no there is sent nowhere,
 * so that only waiting ends. Tokens can be taken back on the server's pages alone: `i/revoke-token` is `secure`,
 * which refuses every token of a program (`server/api/ApiCallService.ts`).
 */
export async function startMiAuth(http: HttpClient, redirectUri: string, signal: AbortSignal): Promise<Authorization> {
  const permissions = wantedPermissions(await readSoftware(http, signal));
  const session = randomUUID();
  const state = randomToken();
  const callback = new URL(redirectUri);
  callback.searchParams.set('state', state);
  const page = new URL(`/miauth/${session}`, http.origin);
  page.searchParams.set('name', 'Hearth');
  page.searchParams.set('callback', callback.href);
  page.searchParams.set('permission', permissions.join(','));
  return {
    address: page.href,
    state,
    codeName: 'session',
    async redeem(code, redeemSignal) {
      if (code !== session) throw new PlatformError('forbidden');
      const answer = await ask(http, `miauth/${session}/check`, {}, redeemSignal);
      const accessToken = decodeAnswer(answer.body, (value) =>
        value.at('ok').flagOr(false) ? value.at('token').id() : null,
      );
      if (accessToken === null) throw new PlatformError('forbidden');
      return {
        kind: 'oauth',
        baseUrl: http.origin,
        accessToken,
        clientId: null,
        clientSecret: null,
        scopes: permissions.join(' '),
      };
    },
  };
}
