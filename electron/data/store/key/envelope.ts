import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../audit/canonical-json.ts';
import { StoreError } from '../store-error.ts';
import { isAcceptableCost, type PassphraseWrap } from './scrypt-wrap.ts';

/** A key wrapped by the keychain of this account on this machine. */
export interface KeychainWrap {
  readonly kind: 'keychain';
  /** base64 of what the keychain gave out. */
  readonly blob: string;
}

export type KeyWrap = KeychainWrap | PassphraseWrap;
export type Protection = KeyWrap['kind'];

/** The store's key, wrapped in one or more ways. Lies beside the database; without it the database is noise. */
export interface Envelope {
  readonly version: 1;
  readonly wraps: readonly [KeyWrap, ...KeyWrap[]];
}

const currentVersion = 1;
const largestEnvelope = 64 * 1024;

/** Writes an envelope as text, with a checksum that tells a damaged file from a wrong passphrase. */
export function writeEnvelopeText(envelope: Envelope): string {
  return `${JSON.stringify({ ...envelope, checksum: checksumOf(envelope) }, null, 2)}\n`;
}

/** Reads an envelope. Throws `key-damaged` for anything it would not have written, `store-newer` for a later version. */
export function readEnvelopeText(text: string): Envelope {
  if (text.length > largestEnvelope) throw new StoreError('key-damaged');
  const parsed = parseObject(text);
  if (typeof parsed.version === 'number' && parsed.version > currentVersion) throw new StoreError('store-newer');
  const { checksum, ...rest } = parsed;
  if (!isEnvelope(rest) || checksum !== checksumOf(rest)) throw new StoreError('key-damaged');
  return rest;
}

/** The wrap of one kind, if the envelope has it. */
export function wrapOfKind<Kind extends Protection>(
  envelope: Envelope,
  kind: Kind,
): Extract<KeyWrap, { kind: Kind }> | undefined {
  return envelope.wraps.find((wrap): wrap is Extract<KeyWrap, { kind: Kind }> => wrap.kind === kind);
}

/** The ways in which the envelope can be opened, in a fixed order. */
export function protectionOf(envelope: Envelope): readonly Protection[] {
  return (['keychain', 'passphrase'] as const).filter((kind) => wrapOfKind(envelope, kind));
}

function checksumOf(envelope: Envelope): string {
  return createHash('sha256')
    .update(canonicalJson(envelope as unknown as Json))
    .digest('hex');
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StoreError('key-damaged', { cause: error });
  }
  if (typeof value !== 'object' || value === null) throw new StoreError('key-damaged');
  return value as Record<string, unknown>;
}

function isEnvelope(value: unknown): value is Envelope {
  const { version, wraps } = value as Record<string, unknown>;
  if (version !== currentVersion || !Array.isArray(wraps) || wraps.length === 0) return false;
  const kinds = wraps.map((wrap: unknown) => (isWrap(wrap) ? wrap.kind : undefined));
  return kinds.every((kind) => kind !== undefined) && new Set(kinds).size === kinds.length;
}

function isWrap(value: unknown): value is KeyWrap {
  if (typeof value !== 'object' || value === null) return false;
  const wrap = value as Record<string, unknown>;
  if (wrap.kind === 'keychain') return isBase64(wrap.blob, 1);
  if (wrap.kind !== 'passphrase' || wrap.kdf !== 'scrypt') return false;
  const cost = { N: Number(wrap.N), r: Number(wrap.r), p: Number(wrap.p) };
  const sizes = isBase64(wrap.salt, 16) && isBase64(wrap.nonce, 12) && isBase64(wrap.sealed, 32);
  return isAcceptableCost(cost) && sizes && isBase64(wrap.tag, 16);
}

function isBase64(value: unknown, leastBytes: number): boolean {
  if (typeof value !== 'string') return false;
  const bytes = Buffer.from(value, 'base64');
  return bytes.length >= leastBytes && bytes.toString('base64') === value;
}
