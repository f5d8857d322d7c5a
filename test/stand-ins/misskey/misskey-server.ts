import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import { StandInServer } from '../stand-in-server.ts';
import { endpoints } from './endpoints.ts';
import type { Vintage } from './entities.ts';
import { answerFor, MisskeyError } from './errors.ts';
import { type MisskeyUser, MisskeyWorld } from './world.ts';

export interface MisskeyServerOptions {
  readonly software?: 'misskey' | 'sharkey';
  readonly vintage?: Vintage;
  readonly startsAt?: number;
}

/** A limit that is hit by the next calls to an endpoint. */
export interface LimitHit {
  readonly endpoint: string;
  times: number;
  /** Milliseconds until the next call is allowed. */
  readonly resetMs: number;
  /** Misskey before 2024.6 named no time. Earlier Sharkeys wrote whole milliseconds into X-RateLimit-Reset, and no Retry-After. */
  readonly old?: boolean;
}

/** Misskey or Sharkey as a server on this computer. */
export class MisskeyServer extends StandInServer {
  readonly world: MisskeyWorld;
  readonly software: 'misskey' | 'sharkey';
  readonly limitHits: LimitHit[] = [];
  /** Bodies of the calls to endpoints, in order. */
  readonly calls: { readonly endpoint: string; readonly body: Readonly<Record<string, unknown>> }[] = [];
  hasTimeline = true;
  /** Misskey keeps its addresses for other servers shut when it federates with none, as a new one does (2025.8). */
  isFederating = true;
  readonly #vintage: Vintage;

  constructor(options: MisskeyServerOptions = {}) {
    super((call) => this.#route(call));
    this.world = new MisskeyWorld(options.startsAt ?? Date.now());
    this.software = options.software ?? 'misskey';
    this.#vintage = options.vintage ?? 'current';
  }

  #route(call: IncomingCall): Answer {
    if (call.path === '/.well-known/nodeinfo') {
      if (!this.isFederating) return { status: 403, text: { type: 'text/plain', body: '' } };
      return { status: 200, json: { links: [{ rel: 'nodeinfo', href: `${this.origin}/nodeinfo/2.1` }] } };
    }
    if (call.path === '/nodeinfo/2.1') {
      return { status: 200, json: { version: '2.1', software: { name: this.software, version: '2025.9.0' } } };
    }
    const session = /^\/api\/miauth\/([^/]+)\/check$/.exec(call.path)?.[1];
    if (session !== undefined && call.method === 'POST') return this.#miauth(session);
    const endpoint = /^\/api\/(.+)$/.exec(call.path)?.[1];
    if (endpoint === undefined) return { status: 404, text: { type: 'text/html', body: '<!doctype html>' } };
    return this.#call(endpoint, call);
  }

  /** What the page under /miauth does when the person allows it (pages/miauth.vue). Answers where it sends the browser. */
  allow(address: string, userId: string): string {
    const page = new URL(address);
    const session = page.pathname.split('/').at(-1) ?? '';
    this.world.addToken(userId, page.searchParams.get('permission')?.split(',') ?? [], session);
    const back = new URL(page.searchParams.get('callback') ?? '');
    back.searchParams.set('session', session);
    return back.href;
  }

  #miauth(session: string): Answer {
    const token = this.world.tokens.find((one) => one.session === session && !one.fetched);
    if (!token) return { status: 200, json: { ok: false } };
    token.fetched = true;
    return { status: 200, json: { ok: true, token: token.token, user: { id: token.userId } } };
  }

  #call(name: string, call: IncomingCall): Answer {
    const asked = (typeof call.json === 'object' && call.json !== null ? call.json : {}) as Record<string, unknown>;
    const headers = this.software === 'sharkey' ? { 'x-ratelimit-remaining': '9', 'x-ratelimit-clear': '0.100' } : {};
    try {
      const endpoint = endpoints[name];
      if (!endpoint || (endpoint.onlyOnSharkey === true && this.software !== 'sharkey')) {
        return unknown(call);
      }
      if (call.method !== 'POST') return { status: 405, text: { type: 'text/plain', body: '' } };
      // Limits are by account, so that who asks is known first; what they may comes after.
      const { me, permissions } = this.#account(call, asked);
      const hit = this.limitHits.find((one) => one.endpoint === name && one.times > 0);
      if (hit) return this.#limited(hit);
      if (endpoint.needsAccount === true) {
        if (me === null) throw new MisskeyError(401, 'CREDENTIAL_REQUIRED');
        if (me.isSuspended) throw new MisskeyError(403, 'YOUR_ACCOUNT_SUSPENDED');
        // The role is looked at before the permission.
        if (endpoint.moderatorsOnly === true && !me.isModerator) {
          throw new MisskeyError(403, 'ROLE_PERMISSION_DENIED', 'permission');
        }
        if (permissions !== null && endpoint.kind !== undefined && !permissions.includes(endpoint.kind)) {
          throw new MisskeyError(403, 'PERMISSION_DENIED', 'permission');
        }
      }
      this.calls.push({ endpoint: name, body: asked });
      const nobody = { id: '', createdAt: 0, username: '', host: null, name: null } as const;
      const stranger = { ...nobody, isBot: false, isSuspended: false, isSilenced: false, isModerator: false };
      const value = endpoint.handle({
        world: this.world,
        me: me ?? stranger,
        asked,
        isSharkey: this.software === 'sharkey',
        vintage: this.#vintage,
        origin: this.origin,
        now: this.clock(),
        hasTimeline: this.hasTimeline,
      });
      return value === undefined
        ? { status: 204, headers, text: { type: 'text/plain', body: '' } }
        : { status: 200, headers, json: value };
    } catch (error) {
      if (!(error instanceof MisskeyError)) throw error;
      return { ...answerFor(error), headers };
    }
  }

  #account(
    call: IncomingCall,
    asked: Readonly<Record<string, unknown>>,
  ): { me: MisskeyUser | null; permissions: readonly string[] | null } {
    const inBody = typeof asked.i === 'string' ? asked.i : null;
    const given = inBody ?? /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1] ?? null;
    if (given === null) return { me: null, permissions: null };
    const token = this.world.tokens.find((one) => one.token === given);
    if (!token) throw new MisskeyError(401, 'AUTHENTICATION_FAILED');
    return { me: this.world.user(token.userId) ?? null, permissions: token.permissions };
  }

  /** Misskey tells whole seconds, and the time in what it says besides; Sharkey since 2025 decimals in a header of its own too. */
  #limited(hit: LimitHit): Answer {
    hit.times -= 1;
    const resetMs = this.clock() + hit.resetMs;
    const info = { remaining: 0, reset: Math.floor(resetMs / 1000), resetMs, total: 1 };
    const answer = answerFor(new MisskeyError(429, 'RATE_LIMIT_EXCEEDED', 'client', info));
    const retryAfter = { 'retry-after': String(Math.ceil(hit.resetMs / 1000)) };
    if (this.software === 'misskey') return { ...answer, headers: hit.old === true ? {} : retryAfter };
    const headers =
      hit.old === true
        ? { 'x-ratelimit-reset': String(hit.resetMs) }
        : { 'x-ratelimit-reset': (hit.resetMs / 1000).toFixed(3), ...retryAfter };
    return { ...answer, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-clear': '60.000', ...headers } };
  }
}

/** What is no endpoint never comes to Misskey's own words, unless it was asked for by GET: the web framework answers. */
function unknown({ method, path }: IncomingCall): Answer {
  if (method === 'GET') return answerFor(new MisskeyError(404, 'UNKNOWN_API_ENDPOINT'));
  const message = `Route ${method}:${path} not found`;
  return { status: 404, json: { message, error: 'Not Found', statusCode: 404 } };
}
