import Database from 'better-sqlite3';

/** Length of a store's key in bytes. */
export const keyLength = 32;

/** The types in use are those of better-sqlite3, which has no keys. */
interface KeyedDatabase extends Database.Database {
  key(key: Buffer): number;
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
    // As bytes, not in a PRAGMA: a string with the key could not be overwritten afterwards.
    const rawKey = Buffer.alloc(4 + keyLength * 2);
    rawKey.write('raw:', 'latin1');
    writeHex(options.key, rawKey, 4);
    try {
      (db as KeyedDatabase).key(rawKey);
    } finally {
      rawKey.fill(0);
    }
    // Sorting and temporary tables must not spill to an unencrypted file.
    db.pragma('temp_store = MEMORY');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const hexDigits = Buffer.from('0123456789abcdef', 'latin1');

function writeHex(from: Buffer, to: Buffer, offset: number): void {
  for (const [index, byte] of from.entries()) {
    to[offset + index * 2] = hexDigits[byte >> 4] ?? 0;
    to[offset + index * 2 + 1] = hexDigits[byte & 15] ?? 0;
  }
}
