import { randomBytes } from 'node:crypto';
import { keyLength } from '../connection.ts';
import { StoreError } from '../store-error.ts';
import { type Envelope, type KeyWrap, wrapOfKind } from './envelope.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { refuseWeakPassphrase } from './passphrase-rule.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from './scrypt-wrap.ts';

/** What a person or the machine offers to open an envelope. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'keychain'; readonly keychain: KeyWrapper };

/** A new random 256-bit key. */
export function newKey(): Buffer {
  return randomBytes(keyLength);
}

/**
 * Opens the envelope. The caller zeroes the key after use. Throws `wrong-passphrase`, `keychain-unavailable`,
 * `vault-locked` when the envelope has no wrap of that kind, `key-damaged` when what comes out is no key.
 */
export async function unlockKey(envelope: Envelope, secret: Secret): Promise<Buffer> {
  const key =
    secret.kind === 'passphrase'
      ? await byPassphrase(envelope, secret.passphrase)
      : await byKeychain(envelope, secret.keychain);
  if (key.length === keyLength) return key;
  key.fill(0);
  throw new StoreError('key-damaged');
}

async function byPassphrase(envelope: Envelope, passphrase: string): Promise<Buffer> {
  const wrap = wrapOfKind(envelope, 'passphrase');
  if (!wrap) throw new StoreError('vault-locked');
  const key = await unwrapWithPassphrase(wrap, passphrase);
  if (!key) throw new StoreError('wrong-passphrase');
  return key;
}

async function byKeychain(envelope: Envelope, keychain: KeyWrapper): Promise<Buffer> {
  const wrap = wrapOfKind(envelope, 'keychain');
  if (!wrap) throw new StoreError('vault-locked');
  try {
    return asBuffer(await keychain.unwrap(Buffer.from(wrap.blob, 'base64')));
  } catch (error) {
    throw new StoreError('keychain-unavailable', { cause: error });
  }
}

/** Wraps a key in the way asked for. A passphrase must keep the rule, or `weak-passphrase` is thrown. */
export async function wrapKey(key: Buffer, secret: Secret): Promise<KeyWrap> {
  if (secret.kind === 'passphrase') {
    refuseWeakPassphrase(secret.passphrase);
    return wrapWithPassphrase(key, secret.passphrase);
  }
  try {
    const blob = asBuffer(await secret.keychain.wrap(key));
    return { kind: 'keychain', blob: blob.toString('base64') };
  } catch (error) {
    throw new StoreError('keychain-unavailable', { cause: error });
  }
}

/** The same bytes, not a copy: zeroing the buffer zeroes what the keychain handed over. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
