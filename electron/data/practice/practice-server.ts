import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../../shared/domain/ids.ts';
import { AnswerDesk } from './answer-desk.ts';
import { Books } from './books.ts';
import { control } from './control.ts';
import { Faults } from './faults.ts';
import type { Answer } from './http/answer.ts';
import type { PracticeWords } from './http/consent-page.ts';
import { type IncomingCall, isFromHere, readCall } from './http/incoming.ts';
import { type LimitSettings, RateLimiter } from './http/rate-limiter.ts';
import { writeAnswer } from './http/write-answer.ts';
import { OAuthDesk } from './oauth-desk.ts';
import { practiceWords } from './practice-words.ts';
import { readStateFile, writeStateFile } from './state-file.ts';
import { createWorld } from './world/create-world.ts';
import { growTo } from './world/grow.ts';
import { practiceSelf } from './world/people.ts';
import { PracticeWorld } from './world/practice-world.ts';
import type { PracticeFlavour } from './world/world-state.ts';

export interface PracticeOptions {
  readonly seed?: number;
  readonly flavour?: PracticeFlavour;
  /** Reports at the start, at least. */
  readonly reports?: number;
  /** 0 or absent: the port of the saved community, or any free one. */
  readonly port?: number;
  readonly clock?: () => Instant;
  /** Mean time between two events of the growing world, in milliseconds; absent means that it stands still. */
  readonly meanWaitMs?: number;
  /** Absent means none, as Mastodon has none for its own computer. */
  readonly limits?: LimitSettings;
  /** Where the community is kept, so that it goes on where it was. Absent means in memory only. */
  readonly stateFile?: string;
  /** Opens the switches under /practice/. Absent means a random one, to be read from `controlToken`. */
  readonly controlToken?: string;
  /** Consent is given without a click: for tests and the demo. */
  readonly grantsByItself?: boolean;
  /** What the consent page says; English when absent. */
  readonly words?: PracticeWords;
}

const everyScope = ['profile', 'read', 'admin:read', 'admin:write'] as const;
const usualWaitMs = 25 * 60_000;

/** A small community server on this computer alone, for learning, the demo and tests. */
export class PracticeServer {
  readonly world: PracticeWorld;
  readonly books = new Books();
  readonly faults: Faults;
  readonly controlToken: string;
  readonly #options: PracticeOptions;
  readonly #oauth: OAuthDesk;
  readonly #desk: AnswerDesk;
  readonly #http: Server;
  readonly #stopped = new AbortController();
  #origin = '';
  #ahead = 0;

  constructor(options: PracticeOptions = {}) {
    this.#options = options;
    this.controlToken = options.controlToken ?? randomBytes(24).toString('base64url');
    const seed = options.seed ?? 7;
    this.world = openWorld(options, seed);
    this.#ahead = Math.max(0, this.world.state.grownTo - this.#now());
    this.faults = new Faults(seed);
    this.#oauth = new OAuthDesk(this.world);
    this.#desk = new AnswerDesk({
      world: this.world,
      books: this.books,
      oauth: this.#oauth,
      words: options.words ?? practiceWords('en'),
      grantsByItself: options.grantsByItself ?? false,
      limiter: options.limits === undefined ? null : new RateLimiter(options.limits),
      now: () => this.#now(),
      origin: () => this.#origin,
    });
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy());
    });
  }

  /** The server's address once it has started, such as "http://127.0.0.1:43123". */
  get origin(): string {
    return this.#origin;
  }

  /** Listens on 127.0.0.1 only. Rejects when the port is taken. */
  async start(): Promise<string> {
    const port = this.#options.port || this.world.state.port;
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve());
    });
    const address = this.#http.address() as AddressInfo;
    this.#origin = `http://127.0.0.1:${address.port}`;
    this.world.state.port = address.port;
    this.save();
    return this.#origin;
  }

  /** Stops at once: open connections are cut, and the community is kept if it has a file. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
    this.save();
  }

  /** A token without the OAuth round trip. */
  issueToken(as: string = practiceSelf, scopes: readonly string[] = everyScope): string {
    const issued = this.#oauth.issue('', this.world.member(as).id, scopes, this.#now());
    this.save();
    return issued.token;
  }

  /** Lets this much time pass for the world at once, also for one that stands still by itself. */
  advance(ms: number): void {
    this.#ahead += ms;
    growTo(this.world, this.#now(), this.#options.meanWaitMs ?? usualWaitMs);
    this.save();
  }

  /** Writes the community to its file, if it has one. Done by itself after every change. */
  save(): void {
    if (this.#options.stateFile !== undefined) writeStateFile(this.#options.stateFile, this.world.state);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    if (!isFromHere(call)) return this.#write(response, { status: 403, json: { error: 'Forbidden' } });
    if (call.path.startsWith('/practice/')) return this.#write(response, this.#control(call));
    if (this.#options.meanWaitMs !== undefined) growTo(this.world, this.#now(), this.#options.meanWaitMs);
    await this.#answer(call, request, response);
  }

  async #answer(call: IncomingCall, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.faults.next(call.method, call.path);
    if (fault?.kind === 'latency') await wait(fault.ms ?? 0, undefined, { signal: this.#stopped.signal });
    if (fault?.kind === 'hang' || fault?.kind === 'reset-before') {
      this.#book(call, null, fault.kind);
      if (fault.kind === 'reset-before') request.socket.resetAndDestroy();
      return;
    }
    const { answer, changed } = this.#desk.answer(call, fault);
    // Saved before the answer leaves: what a client has seen done stays done, whatever happens to this process.
    if (changed) this.save();
    const isLost = fault?.kind === 'reset-after';
    this.#book(call, isLost ? null : answer.status, fault?.kind ?? null);
    if (isLost) request.socket.resetAndDestroy();
    else writeAnswer(response, answer, fault, this.#now());
  }

  #write(response: ServerResponse, answer: Answer): void {
    writeAnswer(response, answer, null, this.#now());
  }

  #control(call: IncomingCall): Answer {
    if (call.headers['x-practice-control'] !== this.controlToken) return { status: 403, json: { error: 'Forbidden' } };
    const answer = control(call, {
      world: this.world,
      books: this.books,
      faults: this.faults,
      advance: (ms) => this.advance(ms),
    });
    if (call.method !== 'GET') this.save();
    return answer;
  }

  #book(call: IncomingCall, status: number | null, fault: string | null): void {
    const key = call.headers['idempotency-key'];
    this.books.addRequest({
      at: this.#now(),
      method: call.method,
      path: call.path,
      query: call.query.toString(),
      status,
      accountId: this.#desk.tokenOf(call)?.accountId ?? null,
      idempotencyKey: typeof key === 'string' ? key : null,
      fault,
    });
  }

  #now(): Instant {
    return (this.#options.clock ?? Date.now)() + this.#ahead;
  }
}

function openWorld(options: PracticeOptions, seed: number): PracticeWorld {
  const flavour = options.flavour ?? 'mastodon';
  const saved = options.stateFile === undefined ? null : readStateFile(options.stateFile, flavour);
  if (saved !== null) return new PracticeWorld(saved);
  return createWorld({ seed, flavour, startedAt: (options.clock ?? Date.now)(), reports: options.reports ?? 160 });
}
