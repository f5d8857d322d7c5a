import type { Answer } from '../../../electron/data/practice/http/answer.ts';

/** An error as Misskey's API throws it (ApiError, and what ApiCallService makes of it). */
export class MisskeyError extends Error {
  readonly status: number;
  readonly code: string;
  readonly kind: 'client' | 'server' | 'permission';
  readonly info: unknown;
  constructor(status: number, code: string, kind: MisskeyError['kind'] = 'client', info?: unknown) {
    super(code);
    this.status = status;
    this.code = code;
    this.kind = kind;
    this.info = info;
  }
}

/** What an endpoint throws that is no ApiError. */
export function internalError(message: string): MisskeyError {
  return new MisskeyError(500, 'INTERNAL_ERROR', 'server', { e: { message, code: 'Error', id: 'an-error-id' } });
}

export function answerFor({ status, code, kind, info }: MisskeyError): Answer {
  const error = { message: 'Words that nobody should rely on.', code, id: 'an-id-of-the-error', kind };
  return { status, json: { error: info === undefined ? error : { ...error, info } } };
}
