import type { Answer } from '../../../electron/data/practice/http/answer.ts';

/** A refusal by Lemmy's own word for it. */
export class LemmyError extends Error {
  readonly code: string;
  readonly detail: string | null;
  constructor(code: string, detail: string | null = null) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Status 400 for nearly everything: 401 only where no valid login stands, 404 only for `not_found`, which 0.19 does not have.
 * 1.0 adds the cause (crates/utils/src/error.rs).
 */
export function errorAnswer(version: 'v3' | 'v4', { code, detail }: LemmyError): Answer {
  const status = { incorrect_login: 401, not_found: 404 }[code] ?? 400;
  const message = detail === null ? {} : { message: detail };
  return { status, json: { error: code, ...message, ...(version === 'v4' && { cause: code }) } };
}
