import { randomUUID } from 'node:crypto';
import { ForbiddenTransition } from '../../../shared/domain/state-machine.ts';
import { type ErrorCode, HearthError, type HearthErrorData } from '../../../shared/ipc/errors.ts';
import { PlatformError, type PlatformErrorCode } from '../platforms/platform.ts';
import { storeErrorFrom } from '../store/store-error.ts';

const platformCodes: Readonly<Record<PlatformErrorCode, ErrorCode>> = {
  offline: 'offline',
  'unknown-host': 'unknown-host',
  untrusted: 'untrusted',
  captive: 'captive',
  timeout: 'timeout',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'rate-limited': 'rate-limited',
  refused: 'refused',
  'server-error': 'server-error',
  malformed: 'malformed-answer',
  'too-large': 'answer-too-large',
};

/** Turns what a handler threw into an error of the contract; undefined for what nobody expected. */
export function toHearthError(error: unknown): HearthError | undefined {
  if (error instanceof HearthError) return error;
  if (error instanceof PlatformError) {
    const detail = {
      ...(error.retryAt === null ? {} : { retryAt: error.retryAt }),
      ...(error.reason === null ? {} : { why: error.reason }),
    };
    return new HearthError(platformCodes[error.code], detail);
  }
  if (error instanceof ForbiddenTransition) {
    return new HearthError('forbidden-transition', { machine: error.machine, from: error.from, to: error.to });
  }
  return storeErrorFrom(error);
}

/** The same as data. What nobody expected becomes `internal` with a reference, and is reported under it. */
export function toErrorData(error: unknown, report: (reference: string, error: unknown) => void): HearthErrorData {
  const known = toHearthError(error);
  if (known) return known.detail === undefined ? { code: known.code } : { code: known.code, detail: known.detail };
  const reference = randomUUID().slice(0, 8);
  report(reference, error);
  return { code: 'internal', detail: { reference } };
}
