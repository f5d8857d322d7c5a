import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../../shared/domain/ids.ts';
import { Books } from './books.ts';
import { Entities } from './entities/entities.ts';
import { type FaultSpec, Faults } from './faults.ts';
import { type Answer, failure } from './http/answer.ts';
import { answerInstead, serverError } from './http/fault-answers.ts';
import { findRoute } from './http/find-route.ts';
import { type IncomingCall, readCall } from './http/incoming.ts';
import { type LimitSettings, RateLimiter } from './http/rate-limiter.ts';
import { writeAnswer } from './http/write-answer.ts';
import { roleAllows } from './role-allows.ts';
import { allRoutes } from './routes/all-routes.ts';
import { covers, type Route } from './routes/route.ts';
import { createWorld } from './world/create-world.ts';
import { growTo } from './world/grow.ts';
import { practiceSelf } from './world/people.ts';
import type { PracticeWorld } from './world/practice-world.ts';
import type { PracticeFlavour, PracticeToken } from './world/world-state.ts';

export interface PracticeOptions {
  readonly seed?: number;
  readonly flavour?: PracticeFlavour;
  /** Reports at the start, at least. */
  readonly reports?: number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly clock?: () => Instant;
  /** Mean time between two events of the growing world; absent means that it stands still. */
  readonly meanWaitMs?: number;
  /** Absent means none, as Mastodon has none for its own computer. */
  readonly limits?: LimitSettings;
}

const everyScope = ['profile', 'read', 'admin:read', 'admin:write'] as const;

/** A small community server on this computer alone, for learning, the demo and tests. */
export class PracticeServer {
  readonly world: PracticeWorld;
  readonly books = new Books();
  readonly faults: Faults;
  readonly #options: PracticeOptions;
  readonly #clock: () => Instant;
  readonly #limiter: RateLimiter | null;
  readonly #http: Server;
  #origin = '';

  constructor(options: PracticeOptions = {}) {
    this.#options = options;
    this.#clock = options.clock ?? Date.now;
    const seed = options.seed ?? 7;
    this.world = createWorld({
      seed,
      flavour: options.flavour ?? 'mastodon',
      startedAt: this.#clock(),
      reports: options.reports ?? 140,
    });
    this.faults = new Faults(seed);
    this.#limiter = options.limits === undefined ? null : new RateLimiter(options.limits);
    this.#http = createServer((request, response) => void this.#serve(request, response));
  }

  /** The server's address once it has started, such as "http://127.0.0.1:43123". */
  get origin(): string {
    return this.#origin;
  }

  /** Listens on 127.0.0.1 only. Rejects when the port is taken. */
  async start(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen({ host: '127.0.0.1', port: this.#options.port ?? 0, exclusive: true }, () => resolve());
    });
    this.#origin = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
    return this.#origin;
  }

  /** Stops at once: open connections are cut. */
  async stop(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }

  /** A token without the OAuth round trip. */
  issueToken(as: string = practiceSelf, scopes: readonly string[] = everyScope): string {
    const token: PracticeToken = {
      token: randomBytes(24).toString('base64url'),
      clientId: '',
      accountId: this.world.member(as).id,
      scopes,
      createdAt: this.#clock(),
      revoked: false,
    };
    this.world.state.tokens.push(token);
    return token.token;
  }

  /** Lets time pass for the world without anybody asking. */
  grow(): void {
    if (this.#options.meanWaitMs !== undefined) growTo(this.world, this.#clock(), this.#options.meanWaitMs);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    this.grow();
    const fault = this.faults.next(call.method, call.path);
    if (fault?.kind === 'latency') await wait(fault.ms ?? 0);
    const token = this.#tokenOf(call);
    const key = call.headers['idempotency-key'];
    const entry = {
      at: this.#clock(),
      method: call.method,
      path: call.path,
      query: call.query.toString(),
      accountId: token?.accountId ?? null,
      idempotencyKey: typeof key === 'string' ? key : null,
      fault: fault?.kind ?? null,
    };
    if (fault?.kind === 'hang' || fault?.kind === 'reset-before') {
      this.books.addRequest({ ...entry, status: null });
      if (fault.kind === 'reset-before') request.socket.resetAndDestroy();
      return;
    }
    const answer = this.#answer(call, token, fault);
    const isLost = fault?.kind === 'reset-after';
    this.books.addRequest({ ...entry, status: isLost ? null : answer.status });
    if (isLost) request.socket.resetAndDestroy();
    else writeAnswer(response, answer, fault, this.#clock());
  }

  #answer(call: IncomingCall, token: PracticeToken | null, fault: FaultSpec | null): Answer {
    const instead = fault === null ? null : answerInstead(fault, this.#clock());
    if (instead !== null) return instead;
    const verdict = this.#limiter?.judge(token?.accountId ?? 'anybody', call.query, this.#clock());
    if (verdict?.allowed === false)
      return { ...failure(429, call.headers['accept-language']), headers: verdict.headers };
    const answer = this.#route(call, token);
    if (fault?.kind === 'server-error') return serverError(fault);
    return verdict === undefined ? answer : { ...answer, headers: { ...verdict.headers, ...answer.headers } };
  }

  #route(call: IncomingCall, token: PracticeToken | null): Answer {
    const found = findRoute(allRoutes, this.world.state.flavour, call.method, call.path);
    const language = call.headers['accept-language'];
    if (found.found === 'other-method')
      return { status: 405, text: { type: 'text/plain', body: '405 method not allowed' } };
    if (found.found === 'nothing') return failure(404, language);
    const refusal = this.#refusal(found.route, token, language);
    if (refusal !== null) return refusal;
    return found.route.handle({
      call,
      params: found.params,
      world: this.world,
      entities: new Entities(this.world, this.#origin),
      books: this.books,
      origin: this.#origin,
      now: this.#clock(),
      token,
      me: token === null ? null : (this.world.account(token.accountId) ?? null),
    });
  }

  #refusal(route: Route, token: PracticeToken | null, language: string | undefined): Answer | null {
    if (route.scopes === undefined) return null;
    if (token === null) return failure(401, language);
    if (!route.scopes.some((scope) => covers(token.scopes, scope))) return failure(403, language);
    const account = this.world.account(token.accountId);
    if (route.permission !== undefined && !roleAllows(account, route.permission)) return failure(403, language);
    return null;
  }

  #tokenOf(call: IncomingCall): PracticeToken | null {
    const [, given] = /^Bearer (.+)$/.exec(call.headers.authorization ?? '') ?? [];
    return this.world.state.tokens.find((token) => token.token === given && !token.revoked) ?? null;
  }
}
