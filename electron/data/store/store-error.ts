import { type ErrorCode, HearthError, type HearthErrorData } from '../../../shared/ipc/errors.ts';

/**
 * Why the store can't be used or written. Part of the contract's closed set; `store-state.ts` says what a person can do
 * about each. Details never hold a path, a name or text from a row.
 */
export type StoreErrorCode = Extract<
  ErrorCode,
  | 'vault-locked'
  | 'vault-missing'
  | 'vault-exists'
  | 'wrong-passphrase'
  | 'weak-passphrase'
  | 'keychain-unavailable'
  | 'key-missing'
  | 'key-damaged'
  | 'store-damaged'
  | 'store-newer'
  | 'store-in-use'
  | 'store-read-only'
  | 'disk-full'
  | 'migration-failed'
  | 'backup-damaged'
>;

export interface StoreErrorOptions extends ErrorOptions {
  readonly detail?: HearthErrorData['detail'];
}

/** The store can't be opened or written. The file is as it was before the failed call. */
export class StoreError extends HearthError {
  declare readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, options: StoreErrorOptions = {}) {
    super(code, options.detail);
    this.name = 'StoreError';
    if (options.cause !== undefined) this.cause = options.cause;
  }
}

// What can't be read or written where it lies is `store-read-only`, whether by permission or by a failing disk: in both
// cases the file itself is not known to be damaged, so nothing may offer to replace it.
const codesByPrefix: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_NOTADB', 'store-damaged'],
  ['SQLITE_CORRUPT', 'store-damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'store-damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_BUSY', 'store-in-use'],
  ['SQLITE_LOCKED', 'store-in-use'],
  ['SQLITE_READONLY', 'store-read-only'],
  ['SQLITE_CANTOPEN', 'store-read-only'],
  ['SQLITE_PERM', 'store-read-only'],
  ['SQLITE_IOERR', 'store-read-only'],
  ['EROFS', 'store-read-only'],
  ['EACCES', 'store-read-only'],
  ['EPERM', 'store-read-only'],
  ['EIO', 'store-read-only'],
  ['EISDIR', 'store-read-only'],
];

/** Translates an error of SQLite or of the file system; returns undefined for anything that is not about the store. */
export function storeErrorFrom(error: unknown): StoreError | undefined {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  const match = codesByPrefix.find(([prefix]) => code.startsWith(prefix));
  return match ? new StoreError(match[1], { cause: error }) : undefined;
}

/** Runs `work` and rethrows what it throws as a StoreError where that is what it is. */
export function withStoreErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeErrorFrom(error) ?? error;
  }
}

/** The same for work that takes its time. */
export async function withStoreErrorsAsync<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeErrorFrom(error) ?? error;
  }
}
