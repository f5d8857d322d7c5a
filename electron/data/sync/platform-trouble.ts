import type { ErrorCode } from '../../../shared/ipc/errors.ts';
import { PlatformError, type PlatformErrorCode } from '../platforms/platform.ts';

const codes: Readonly<Record<PlatformErrorCode, ErrorCode>> = {
  offline: 'offline',
  'unknown-host': 'unknown-host',
  untrusted: 'untrusted',
  captive: 'captive',
  timeout: 'timeout',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-supported',
  'rate-limited': 'rate-limited',
  refused: 'refused',
  'server-error': 'server-error',
  malformed: 'malformed-answer',
  'too-large': 'answer-too-large',
};

/** The contract's word for what went wrong on a platform. */
export function errorCodeOf(error: unknown): ErrorCode {
  return error instanceof PlatformError ? codes[error.code] : 'internal';
}

const stopping: readonly PlatformErrorCode[] = [
  'offline',
  'unknown-host',
  'untrusted',
  'captive',
  'timeout',
  'unauthorized',
  'rate-limited',
];

/** True when going on with the next request can't help: the trouble is with the connection, the token or the pace. */
export function stopsEverything(error: unknown): boolean {
  if (!(error instanceof PlatformError)) return true;
  return stopping.includes(error.code);
}

/**
 * An answer without sense may be one item's fault or that of a network that answers everything with its own page. Asks the
 * server who it is: when that makes no sense either, rejects with what it said, so that no item is blamed for it.
 */
export async function blameConnection(error: unknown, ask: () => Promise<unknown>): Promise<void> {
  if (error instanceof PlatformError && error.code === 'malformed') await ask();
}

/** True for what an AbortSignal makes a request throw. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
