import { HearthError, type HearthErrorData, type Reply } from './errors.ts';

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown };

/** One end of a message port between two of our own processes. Both ends may call and both may announce. */
export interface Peer<Theirs> {
  readonly call: <Name extends keyof Theirs & string>(
    name: Name,
    input: Theirs[Name] extends { readonly input: infer Input } ? Input : never,
  ) => Promise<Theirs[Name] extends { readonly output: infer Output } ? Output : never>;
  readonly announce: (name: string, payload: unknown) => void;
  /** To be called with every message that arrives from the other end. */
  readonly receive: (message: unknown) => void;
  /** The other end is gone: everything still unanswered is rejected with this code, and so is every later call. */
  readonly end: (code: 'data-process-gone') => void;
}

export interface PeerOptions<Ours> {
  readonly post: (message: unknown) => void;
  readonly answer: { readonly [Name in keyof Ours & string]: AnswerOf<Ours[Name]> };
  readonly onEvent?: (name: string, payload: unknown) => void;
  /** Turns whatever was thrown into data that is safe to show and log. */
  readonly toErrorData: (error: unknown) => HearthErrorData;
}
type AnswerOf<One> = One extends { readonly input: infer Input; readonly output: infer Output }
  ? (input: Input) => Output | Promise<Output>
  : never;

/** Makes one end of a port. There are no time-outs: a job may run for an hour, and a dead process ends the port. */
export function createPeer<Theirs, Ours>({ post, answer, onEvent, toErrorData }: PeerOptions<Ours>): Peer<Theirs> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let ended: 'data-process-gone' | null = null;

  async function answerCall(id: number, name: string, input: unknown): Promise<void> {
    let reply: Reply<unknown>;
    try {
      const handler = Object.hasOwn(answer, name) ? answer[name as keyof Ours & string] : undefined;
      if (!handler) throw new HearthError('not-found');
      reply = { ok: true, value: await (handler as (input: unknown) => unknown)(input) };
    } catch (error) {
      reply = { ok: false, error: toErrorData(error) };
    }
    if (ended === null) post({ kind: 'reply', id, reply } satisfies Message);
  }

  function settle(id: number, reply: Reply<unknown>): void {
    const caller = waiting.get(id);
    if (!caller) return;
    waiting.delete(id);
    if (reply.ok) caller.resolve(reply.value);
    else caller.reject(new HearthError(reply.error.code, reply.error.detail));
  }

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(new HearthError(ended));
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
        post({ kind: 'call', id: lastId, name, input } satisfies Message);
      }),
    announce(name, payload) {
      if (ended === null) post({ kind: 'event', name, payload } satisfies Message);
    },
    receive(received) {
      // Both ends are ours and bundled together, so the shape is a promise and not a hope.
      const message = received as Message;
      if (message.kind === 'call') void answerCall(message.id, message.name, message.input);
      else if (message.kind === 'reply') settle(message.id, message.reply);
      else onEvent?.(message.name, message.payload);
    },
    end(code) {
      ended = code;
      for (const caller of waiting.values()) caller.reject(new HearthError(code));
      waiting.clear();
    },
  };
}
