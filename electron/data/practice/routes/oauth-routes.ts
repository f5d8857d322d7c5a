import { timingSafeEqual } from 'node:crypto';
import { type Answer, ok } from '../http/answer.ts';
import { codePage, consentPage } from '../http/consent-page.ts';
import { practiceSelf } from '../world/people.ts';
import type { PracticeApp } from '../world/world-state.ts';
import { covers, onMastodon, type Route, type RouteContext, refuse } from './route.ts';

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

const knownScopes = ['read', 'write', 'follow', 'push', 'admin:read', 'admin:write'];

export const oauthRoutes: readonly Route[] = [
  { method: 'GET', path: '/.well-known/oauth-authorization-server', flavours: onMastodon, handle: metadata },
  { method: 'POST', path: '/api/v1/apps', changes: true, handle: register },
  { method: 'GET', path: '/api/v1/apps/verify_credentials', flavours: onMastodon, handle: verifyApp },
  { method: 'GET', path: '/oauth/authorize', handle: (context) => authorize(context, context.call.query) },
  { method: 'POST', path: '/oauth/authorize', handle: (context) => authorize(context, context.call.form) },
  { method: 'POST', path: '/oauth/token', changes: true, handle: token },
  { method: 'POST', path: '/oauth/revoke', changes: true, handle: revoke },
];

/** Since 4.3 any token may ask this, and the app's scopes are in it. Without an app the token's own stand for them. */
function verifyApp(context: RouteContext): Answer {
  const token = context.desk.find(/^Bearer (.+)$/.exec(context.call.headers.authorization ?? '')?.[1]);
  if (token === null) return refuse(context, 401);
  const app = context.world.state.apps.find(({ clientId }) => clientId === token.clientId);
  return ok({ id: app?.id ?? '1', name: app?.name ?? '', website: null, scopes: app?.scopes ?? token.scopes });
}

function metadata({ origin }: RouteContext): Answer {
  return ok({
    issuer: `${origin}/`,
    service_documentation: 'https://docs.joinmastodon.org/',
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    scopes_supported: [...knownScopes, 'profile'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  });
}

function register(context: RouteContext): Answer {
  const { form } = context.call;
  const redirectUris = [...form.getAll('redirect_uris'), ...form.getAll('redirect_uris[]')].flatMap((text) =>
    text.split(/\s+/),
  );
  const scopes = (form.get('scopes') ?? 'read').split(/\s+/);
  if (redirectUris.length === 0 || !scopes.every((scope) => isKnown(scope, context))) {
    return { status: 422, json: { error: 'Validation failed' } };
  }
  const app = context.desk.register({ name: form.get('client_name') ?? '', redirectUris, scopes });
  return ok({
    id: app.id,
    name: app.name,
    website: null,
    scopes: app.scopes,
    redirect_uri: redirectUris.join('\n'),
    redirect_uris: redirectUris,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    client_secret_expires_at: 0,
  });
}

/** Shows the consent page; goes on when it was answered, or when the server grants by itself. */
function authorize(context: RouteContext, given: URLSearchParams): Answer {
  const app = context.desk.app(given.get('client_id'));
  const redirectUri = given.get('redirect_uri') ?? '';
  const scopes = (given.get('scope') ?? 'read').split(/\s+/);
  if (app === null || !redirectAllowed(app, redirectUri)) return { status: 400, json: { error: 'invalid_client' } };
  if (!scopes.every((scope) => covers(app.scopes, scope) && isKnown(scope, context))) {
    return back(redirectUri, { error: 'invalid_scope' }, given.get('state'));
  }
  const answer = context.grantsByItself ? 'allow' : given.get('decision');
  if (context.call.method === 'GET' && !context.grantsByItself)
    return consentPage(context.words, app.name, scopes, given);
  if (answer !== 'allow') return back(redirectUri, { error: 'access_denied' }, given.get('state'));
  const accountId = context.world.member(practiceSelf).id;
  const challenge = given.get('code_challenge');
  const code = context.desk.grant({ app, redirectUri, scopes, challenge, accountId }, context.now);
  return redirectUri === outOfBand ? codePage(context.words, code) : back(redirectUri, { code }, given.get('state'));
}

function token(context: RouteContext): Answer {
  const { form } = context.call;
  const app = context.desk.app(form.get('client_id'));
  if (app === null || !sameText(app.clientSecret, form.get('client_secret') ?? ''))
    return oauthError(401, 'invalid_client');
  if (form.get('grant_type') !== 'authorization_code') return oauthError(400, 'unsupported_grant_type');
  const issued = context.desk.redeem(
    form.get('code') ?? '',
    { clientId: app.clientId, redirectUri: form.get('redirect_uri') ?? '', verifier: form.get('code_verifier') },
    context.now,
  );
  if (issued === null) return oauthError(400, 'invalid_grant');
  return ok({
    access_token: issued.token,
    token_type: 'Bearer',
    scope: issued.scopes.join(' '),
    created_at: Math.floor(issued.createdAt / 1000),
  });
}

function revoke(context: RouteContext): Answer {
  const { form } = context.call;
  const app = context.desk.app(form.get('client_id'));
  const found = context.desk.find(form.get('token') ?? '');
  if (app === null || !sameText(app.clientSecret, form.get('client_secret') ?? ''))
    return oauthError(403, 'unauthorized_client');
  if (found !== null && found.clientId !== app.clientId) return oauthError(403, 'unauthorized_client');
  if (found !== null) found.revoked = true;
  return ok({});
}

function back(redirectUri: string, result: Record<string, string>, state: string | null): Answer {
  if (redirectUri === outOfBand) return { status: 400, json: result };
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(result)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return { status: 302, headers: { location: url.href }, text: { type: 'text/html', body: '' } };
}

function redirectAllowed(app: PracticeApp, redirectUri: string): boolean {
  return app.redirectUris.includes(redirectUri);
}

/** `profile` came with Mastodon 4.3; GoToSocial has no such scope. */
function isKnown(scope: string, context: RouteContext): boolean {
  if (scope === 'profile') return context.world.state.flavour === 'mastodon';
  return covers(knownScopes, scope);
}

function oauthError(status: number, error: string): Answer {
  return { status, json: { error, error_description: error.replaceAll('_', ' ') } };
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
