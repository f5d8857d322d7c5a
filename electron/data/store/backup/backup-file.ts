import { type Envelope, readEnvelopeText, writeEnvelopeText } from '../key/envelope.ts';
import { StoreError } from '../store-error.ts';

/**
 * A backup is one file: a line that names the format, the length of the header as eight digits, the header (JSON: when it
 * was made, its schema, and the wrapped key), then the encrypted database, then the encrypted identity file where there is
 * one; its key lies in the database. Every page of both is authenticated.
 */
const magic = 'hearth-backup 1\n';
const lengthDigits = 8;
/** Bytes before the header. */
export const preludeLength = magic.length + lengthDigits;
const largestHeader = 256 * 1024;

export interface BackupHeader {
  readonly madeAt: number;
  readonly schema: number;
  readonly databaseBytes: number;
  /** sha256 of the encrypted database, in hexadecimal: tells a broken copy before anything is decrypted. */
  readonly databaseHash: string;
  /** The identity file that follows the database; null in a backup without one. */
  readonly identity: { readonly bytes: number; readonly hash: string } | null;
  readonly envelope: Envelope;
}

/** The start of a backup file, up to where the database begins. */
export function writeBackupStart(header: BackupHeader): Buffer {
  const text = Buffer.from(JSON.stringify({ ...header, envelope: writeEnvelopeText(header.envelope) }), 'utf8');
  const length = String(text.length).padStart(lengthDigits, '0');
  return Buffer.concat([Buffer.from(magic + length, 'latin1'), text]);
}

/** Length of the header, from the first `preludeLength` bytes. Throws `backup-damaged` when this is no backup. */
export function readHeaderLength(prelude: Buffer): number {
  const text = prelude.toString('latin1');
  const digits = text.slice(magic.length);
  const length = Number(digits);
  if (!text.startsWith(magic) || !/^\d{8}$/.test(digits) || length < 2 || length > largestHeader) {
    throw new StoreError('backup-damaged');
  }
  return length;
}

/** Reads the header. Throws `backup-damaged` when anything in it is not as written. */
export function readHeader(bytes: Buffer): BackupHeader {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isStoredHeader(value)) throw new StoreError('backup-damaged');
    return { ...value, identity: value.identity ?? null, envelope: readEnvelopeText(value.envelope) };
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'key-damaged') throw error;
    throw new StoreError('backup-damaged', { cause: error });
  }
}

/** As it lies in the file. Backups from before there were identity answers don't speak of them. */
type StoredHeader = Omit<BackupHeader, 'envelope' | 'identity'> & {
  readonly envelope: string;
  readonly identity?: BackupHeader['identity'];
};

function isStoredHeader(value: unknown): value is StoredHeader {
  if (typeof value !== 'object' || value === null) return false;
  const { madeAt, schema, databaseBytes, databaseHash, envelope, identity } = value as Record<string, unknown>;
  const numbers = [madeAt, schema, databaseBytes].every(isCount);
  return numbers && isHash(databaseHash) && isIdentityPart(identity) && typeof envelope === 'string';
}

function isIdentityPart(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const { bytes, hash } = value as Record<string, unknown>;
  return isCount(bytes) && isHash(hash);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
