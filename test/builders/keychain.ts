import { randomBytes } from 'node:crypto';
import type { KeyWrapper } from '../../electron/data/store/key/key-wrapper.ts';

export interface TestKeychain extends KeyWrapper {
  /** As when the system's keychain is locked, gone, or of another account. */
  available: boolean;
}

/** A keychain as a system has one: what it wraps is opaque, and only it can unwrap. */
export function aKeychain(): TestKeychain {
  const pad = randomBytes(32);
  const applyPad = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => byte ^ (pad[index] ?? 0));
  const answer = (bytes: Uint8Array) =>
    keychain.available ? Promise.resolve(applyPad(bytes)) : Promise.reject(new Error('the keychain is locked'));
  const keychain: TestKeychain = { available: true, wrap: answer, unwrap: answer };
  return keychain;
}
