import { safeStorage } from 'electron';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';

/**
 * True when the system keeps secrets for us. Chromium's `basic_text` is a key written in its own source code and counts
 * as none: the key of the store would lie in the clear.
 */
export function isKeychainAvailable(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}

/** Encrypts a key with the system keychain. Throws 'keychain-unavailable'. */
export function wrapKey(key: Uint8Array): Uint8Array {
  if (!isKeychainAvailable()) throw new HearthError('keychain-unavailable');
  return new Uint8Array(safeStorage.encryptString(Buffer.from(key).toString('base64')));
}

/** Decrypts what `wrapKey` made. Throws 'keychain-unavailable', or 'key-damaged' when the keychain does not know it. */
export function unwrapKey(wrapped: Uint8Array): Uint8Array {
  if (!isKeychainAvailable()) throw new HearthError('keychain-unavailable');
  try {
    return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'));
  } catch (error) {
    throw hearthErrorFrom(error, 'key-damaged');
  }
}
