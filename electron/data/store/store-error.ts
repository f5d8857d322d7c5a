/**
 * Why the store can't be used. Closed: every code has a screen with a way out (see README.md). The message of an error
 * never holds a path, a name or text from a row.
 */
export const storeErrorCodes = [
  'no-store',
  'passphrase-needed',
  'keychain-needed',
  'wrong-passphrase',
  'missing-key',
  'missing-file',
  'corrupt-envelope',
  'corrupt-file',
  'newer-schema',
  'failed-migration',
  'disk-full',
  'locked-file',
  'read-only',
  'unreadable-file',
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** Facts that a screen may show beside the code. Numbers only, so nothing personal can travel with an error. */
export type StoreErrorFacts = Readonly<Record<string, number>>;

/** The store can't be opened or written. The file is as it was before the failed call. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly facts: StoreErrorFacts;
  constructor(code: StoreErrorCode, options: ErrorOptions & { readonly facts?: StoreErrorFacts } = {}) {
    super(`store: ${code}`, options);
    this.name = 'StoreError';
    this.code = code;
    this.facts = options.facts ?? {};
  }
}

const codesByPrefix: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_NOTADB', 'corrupt-file'],
  ['SQLITE_CORRUPT', 'corrupt-file'],
  ['SQLITE_IOERR_SHORT_READ', 'corrupt-file'],
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_BUSY', 'locked-file'],
  ['SQLITE_LOCKED', 'locked-file'],
  ['SQLITE_READONLY', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_CANTOPEN', 'unreadable-file'],
  ['SQLITE_PERM', 'unreadable-file'],
  ['SQLITE_IOERR', 'unreadable-file'],
  ['EACCES', 'unreadable-file'],
  ['EPERM', 'unreadable-file'],
  ['EIO', 'unreadable-file'],
  ['EISDIR', 'unreadable-file'],
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
