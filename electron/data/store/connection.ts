import Database from 'better-sqlite3';

/** Length of a store's key in bytes. */
export const keyLength = 32;

/** The types in use are those of better-sqlite3, which has no keys. */
interface KeyedDatabase extends Database.Database {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

export interface ConnectionOptions {
  readonly file: string;
  readonly key: Buffer;
  readonly readonly?: boolean;
  readonly fileMustExist?: boolean;
  /** The addon to load instead of the package's own build (Electron 33). */
  readonly nativeBinding?: string | undefined;
}

/**
 * Opens one keyed connection. ChaCha20-Poly1305 of SQLite3 Multiple Ciphers with the raw key: every page carries an
 * authentication tag, so a changed page is an error and never wrong data, and it is fast without AES instructions.
 * Nothing is read yet: a wrong key shows at the first statement.
 */
export function openConnection(options: ConnectionOptions): Database.Database {
  if (options.key.length !== keyLength) throw new RangeError(`a store key has ${keyLength} bytes`);
  const db = new Database(options.file, {
    readonly: options.readonly ?? false,
    fileMustExist: options.fileMustExist ?? false,
    timeout: 5000,
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
  });
  try {
    db.pragma("cipher = 'chacha20'");
    withRawKey(options.key, (bytes) => (db as KeyedDatabase).key(bytes));
    // Sorting and temporary tables must not spill to an unencrypted file.
    db.pragma('temp_store = MEMORY');
    // Every page that is not in the cache is decrypted anew; 16 MiB hold the upper levels of every index.
    db.pragma('cache_size = -16384');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Encrypts a whole file anew under another key. Only for a copy that nobody relies on yet. */
export function changeKey(db: Database.Database, key: Buffer): void {
  withRawKey(key, (bytes) => (db as KeyedDatabase).rekey(bytes));
}

/** Hands the key over as bytes, not in a PRAGMA: a string with the key could not be overwritten afterwards. */
function withRawKey(key: Buffer, use: (bytes: Buffer) => void): void {
  const bytes = Buffer.alloc(4 + keyLength * 2);
  bytes.write('raw:', 'latin1');
  writeHex(key, bytes, 4);
  try {
    use(bytes);
  } finally {
    bytes.fill(0);
  }
}

const hexDigits = Buffer.from('0123456789abcdef', 'latin1');

function writeHex(from: Buffer, to: Buffer, offset: number): void {
  for (const [index, byte] of from.entries()) {
    to[offset + index * 2] = hexDigits[byte >> 4] ?? 0;
    to[offset + index * 2 + 1] = hexDigits[byte & 15] ?? 0;
  }
}
