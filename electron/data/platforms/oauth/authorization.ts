import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import type { Credentials } from './credentials.ts';
import { discoverEndpoints } from './discover-endpoints.ts';
import { newPkce, randomToken } from './pkce.ts';
import { wantedScopes } from './scopes.ts';

/** One sign-in under way: where the person has to go, and how the code they come back with becomes a token. */
export interface Authorization {
  /** The page to open in the person's own browser. */
  readonly address: string;
  /** What the server must send back with the code. */
  readonly state: string;
  /** By which name the code comes back; `code` unless said otherwise. */
  readonly codeName?: string;
  redeem(code: string, signal: AbortSignal): Promise<Credentials>;
}

/**
 * Registers Hearth with the server and prepares one sign-in (authorization code with PKCE). Nothing is kept between
 * sign-ins: each has an app, a proof key and a state of its own.
 */
export async function startAuthorization(
  http: HttpClient,
  redirectUri: string,
  signal: AbortSignal,
): Promise<Authorization> {
  const endpoints = await discoverEndpoints(http, signal);
  const app = await registerApp(
    http,
    endpoints.register,
    { redirectUri, scopes: wantedScopes(endpoints.scopes) },
    signal,
  );
  const { verifier, challenge } = newPkce();
  const state = randomToken();
  const page = new URL(endpoints.authorize, http.origin);
  for (const [name, value] of [
    ['response_type', 'code'],
    ['client_id', app.clientId],
    ['redirect_uri', redirectUri],
    ['scope', app.scopes],
    ['state', state],
    ['code_challenge', challenge],
    ['code_challenge_method', 'S256'],
  ] as const) {
    page.searchParams.set(name, value);
  }
  return {
    address: page.href,
    state,
    async redeem(code, redeemSignal) {
      const answer = await http.send({
        method: 'POST',
        path: endpoints.token,
        form: [
          ['grant_type', 'authorization_code'],
          ['code', code],
          ['client_id', app.clientId],
          ['client_secret', app.clientSecret],
          ['redirect_uri', redirectUri],
          ['code_verifier', verifier],
        ],
        signal: redeemSignal,
      });
      return decodeAnswer(answer.body, (value) => ({
        kind: 'oauth',
        baseUrl: http.origin,
        accessToken: value.at('access_token').id(),
        clientId: app.clientId,
        clientSecret: app.clientSecret,
        scopes: value.at('scope').textOr(''),
      }));
    },
  };
}

interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
}

/** Registers with the scopes wanted; a server that knows one of them not gets the older set. */
async function registerApp(
  http: HttpClient,
  path: string,
  wanted: { readonly redirectUri: string; readonly scopes: string },
  signal: AbortSignal,
): Promise<App> {
  const register = async (scopes: string): Promise<App> => {
    const form = [
      ['client_name', 'Hearth'],
      ['redirect_uris', wanted.redirectUri],
      ['scopes', scopes],
    ] as const;
    const answer = await http.send({ method: 'POST', path, form, signal });
    return decodeAnswer(answer.body, (value) => ({
      clientId: value.at('client_id').id(),
      clientSecret: value.at('client_secret').id(),
      scopes,
    }));
  };
  try {
    return await register(wanted.scopes);
  } catch (error) {
    const older = wantedScopes(null);
    const mayHelp = error instanceof PlatformError && error.code === 'refused' && older !== wanted.scopes;
    if (!mayHelp) throw error;
    return await register(older);
  }
}
