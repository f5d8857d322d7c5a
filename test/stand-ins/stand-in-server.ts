import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Faults } from '../../electron/data/practice/faults.ts';
import type { Answer } from '../../electron/data/practice/http/answer.ts';
import { answerInstead, serverError } from '../../electron/data/practice/http/fault-answers.ts';
import { type IncomingCall, readCall } from '../../electron/data/practice/http/incoming.ts';
import { writeAnswer } from '../../electron/data/practice/http/write-answer.ts';

/** A request as the stand-in saw it. `status` null: no answer was sent, or it was lost on the way. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number | null;
}

/**
 * A small server on this computer that answers like one platform. Faults hit it as they hit the practice server. A platform's
 * own stand-in brings `answer`.
 */
export class StandInServer {
  readonly faults: Faults;
  readonly requests: SeenRequest[] = [];
  /** Milliseconds since 1970 by the server's own clock, which may be another than Hearth's. */
  clock: () => number = Date.now;
  /** Where on its host it lives, such as "/forum": what it answers lies below. Beside it there is nothing. */
  folder = '';
  /** Sends whoever asks beside its folder into it, as NodeBB does where the whole host is its own: without the query. */
  sendsIntoFolder = false;
  readonly #answer: (call: IncomingCall) => Answer;
  readonly #http: Server;
  readonly #stopped = new AbortController();
  #origin = '';

  constructor(answer: (call: IncomingCall) => Answer, seed = 7) {
    this.#answer = answer;
    this.faults = new Faults(seed);
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy());
    });
  }

  /** Such as "http://127.0.0.1:43123", once it has started. */
  get origin(): string {
    return this.#origin;
  }

  /** Origin and folder. */
  get base(): string {
    return `${this.#origin}${this.folder}`;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => resolve());
    });
    this.#origin = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
    return this.#origin;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    const fault = this.faults.next(call.method, call.path);
    if (fault?.kind === 'latency') await wait(fault.ms ?? 0, undefined, { signal: this.#stopped.signal });
    if (fault?.kind === 'hang' || fault?.kind === 'reset-before') {
      this.#see(call, null);
      if (fault.kind === 'reset-before') request.socket.resetAndDestroy();
      return;
    }
    const instead = fault && answerInstead(fault, this.clock());
    const given = instead ?? this.#answerInside(call);
    const spoilt = fault?.kind === 'server-error' && fault.afterHandling === true ? serverError(fault) : given;
    const isLost = fault?.kind === 'reset-after';
    this.#see(call, isLost ? null : spoilt.status);
    if (isLost) request.socket.resetAndDestroy();
    else writeAnswer(response, spoilt, fault, this.clock());
  }

  #answerInside(call: IncomingCall): Answer {
    if (!call.path.startsWith(`${this.folder}/`)) return this.#answerBeside(call);
    return this.#answer({ ...call, path: call.path.slice(this.folder.length) });
  }

  #answerBeside({ path }: IncomingCall): Answer {
    if (this.sendsIntoFolder) return { status: 307, headers: { location: `${this.folder}${path}` } };
    return { status: 404, text: { type: 'text/plain', body: 'Nothing' } };
  }

  #see(call: IncomingCall, status: number | null): void {
    this.requests.push({ method: call.method, path: call.path, query: call.query.toString(), status });
  }
}
