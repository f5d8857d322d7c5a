/**
 * Everything that can go wrong across the contract. Closed: a screen ends its switch in assertNever, so a new code without
 * words for it does not compile. Each has a text under `errors.<code>` in the string catalogue.
 */
export const errorCodes = [
  // the contract
  'invalid-input',
  'sender-refused',
  'internal',
  'cancelled',
  'data-process-gone',
  'busy',
  'not-found',
  // the store
  'vault-locked',
  'vault-missing',
  'vault-exists',
  'wrong-passphrase',
  'weak-passphrase',
  'keychain-unavailable',
  'key-missing',
  'key-damaged',
  'store-damaged',
  'store-newer',
  'store-in-use',
  'store-read-only',
  'disk-full',
  'migration-failed',
  'backup-damaged',
  // communities
  'bad-address',
  'offline',
  'unknown-host',
  'untrusted',
  'captive',
  'timeout',
  'unauthorized',
  'forbidden',
  'rate-limited',
  'refused',
  'server-error',
  'malformed-answer',
  'answer-too-large',
  'not-supported',
  'already-connected',
  // cases
  'claim-held',
  'claim-lost',
  'forbidden-transition',
  'stale',
  'already-sent',
  'not-confirmed',
  'policy-required',
  'reason-required',
  // files
  'file-unreadable',
  'file-not-text',
  'file-encoding',
  'file-empty',
  'mapping-incomplete',
  'time-zone-unknown',
  'folder-not-writable',
  // archives
  'archive-unknown',
  'archive-html',
  'archive-damaged',
  'archive-cut-off',
  'archive-encrypted',
  'archive-unsafe',
  'archive-bomb',
  'archive-unsupported',
  'archive-private',
  'archive-formulas',
  'people-otherwise',
  // records
  'columns-incomplete',
  'record-in-use',
  'newer-kept',
  'survey-not-anonymous',
  'survey-items-differ',
  'wave-changed',
  // health
  'not-permitted',
  'nothing-to-report',
  'quarter-open',
  'pdf-unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error as data. `detail` holds only codes, field paths and instants that are safe to show and log. */
export interface HearthErrorData {
  readonly code: ErrorCode;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Thrown inside the trusted side, turned into data where the contract ends. Anything else thrown becomes `internal`. */
export class HearthError extends Error {
  readonly code: ErrorCode;
  readonly detail: HearthErrorData['detail'];
  constructor(code: ErrorCode, detail?: HearthErrorData['detail'], options?: ErrorOptions) {
    super(code, options);
    this.name = 'HearthError';
    this.code = code;
    this.detail = detail;
  }
}

/** The error that a person is told of, keeping what it came from for the log on this side of the contract. */
export function hearthErrorFrom(cause: unknown, code: ErrorCode, detail?: HearthErrorData['detail']): HearthError {
  return new HearthError(code, detail, { cause });
}

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: HearthErrorData };
