import type { HearthApi } from '../../shared/ipc/api.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import type { ErrorCode, HearthErrorData } from '../../shared/ipc/errors.ts';
import type { EventName, Events } from '../../shared/ipc/events.ts';

export type { Input, Output };

declare global {
  interface Window {
    readonly hearth: HearthApi;
  }
}

/** What went wrong on the trusted side, as an error a screen can catch. Its words are `errors:<code>`. */
export class HearthFailure extends Error {
  readonly code: ErrorCode;
  readonly detail: HearthErrorData['detail'];
  constructor({ code, detail }: HearthErrorData) {
    super(code);
    this.name = 'HearthFailure';
    this.code = code;
    this.detail = detail;
  }
}

/** Calls the trusted side; throws a HearthFailure for every error it reports. */
export async function call<Name extends Channel>(channel: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await window.hearth.call(channel, input);
  if (reply.ok) return reply.value;
  throw new HearthFailure(reply.error);
}

/** Listens to what the trusted side says by itself, until the returned function is called. */
export function on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void {
  return window.hearth.on(event, listener);
}

/** The code of any error caught in the window. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof HearthFailure ? error.code : 'internal';
}
