import type { ErrorCode } from '../../shared/ipc/errors.ts';

/** What the command line answers to the shell. Documented in README.md; scripts may rely on them. */
export const exitCodes = {
  done: 0,
  /** Something nobody expected. */
  failed: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** Locked, missing, damaged or used by another process: nothing was read or written. */
  store: 3,
  /** The platform could not be reached, or said no. */
  platform: 4,
  /** A rule of Hearth forbids it: a claim held by somebody else, a missing reason, a case that moved on. */
  refused: 5,
  /** It worked, and something still wants a person: a conflict, an action that failed, an audit log that is not intact. */
  attention: 6,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const storeCodes: ReadonlySet<ErrorCode> = new Set([
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
]);

const platformCodes: ReadonlySet<ErrorCode> = new Set([
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
]);

/** The exit code for an error of the contract. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  if (code === 'internal') return exitCodes.failed;
  if (code === 'invalid-input') return exitCodes.usage;
  if (storeCodes.has(code)) return exitCodes.store;
  if (platformCodes.has(code)) return exitCodes.platform;
  return exitCodes.refused;
}
