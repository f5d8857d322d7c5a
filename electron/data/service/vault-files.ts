import { HearthError } from '../../../shared/ipc/errors.ts';
import type { VaultProtection, VaultState } from '../../../shared/ipc/topics/vault.ts';
import type { KeyWrapper } from '../store/key/key-wrapper.ts';
import type { Secret } from '../store/key/unlock-key.ts';
import type { StoreFiles } from '../store/store-files.ts';
import { describeStore, hasUsableMigrationCopy } from '../store/store-state.ts';

/** What the vault is made of: its files, the keychain where there is one, and the addon that reads the database. */
export interface VaultParts {
  readonly files: StoreFiles;
  readonly keychain: KeyWrapper | null;
  readonly nativeBinding: string | undefined;
}

type FailureCode = Extract<VaultState, { state: 'failed' }>['code'];
const failureCodes = [
  'key-missing',
  'key-damaged',
  'store-damaged',
  'store-newer',
  'store-in-use',
  'store-read-only',
  'disk-full',
  'migration-failed',
  'keychain-unavailable',
] as const satisfies readonly FailureCode[];

/** How a closed vault stands, by looking at its files. */
export function describeClosedVault({ files, keychain, nativeBinding }: VaultParts): VaultState {
  const found = describeStore(files, nativeBinding);
  if (found.state === 'missing') return { state: 'missing', keychainAvailable: keychain !== null };
  if (found.state === 'failed') return failedState(files, new HearthError(found.code));
  return { state: 'locked', protection: found.protection, keychainAvailable: keychain !== null };
}

/** The failure that a screen is shown for, or the error itself where it belongs to the call (a wrong passphrase). */
export function failedState(files: StoreFiles, error: unknown): VaultState {
  const code = error instanceof HearthError ? failureCodes.find((one) => one === error.code) : undefined;
  if (code === undefined) throw error;
  return { state: 'failed', code, hasMigrationCopies: hasUsableMigrationCopy(files) };
}

/** How the vault is opened now: by the passphrase where one was given, otherwise by the keychain. */
export function chooseSecret(keychain: KeyWrapper | null, passphrase: string | undefined): Secret {
  if (passphrase !== undefined) return { kind: 'passphrase', passphrase };
  if (keychain === null) throw new HearthError('keychain-unavailable');
  return { kind: 'keychain', keychain };
}

/** How a new vault is to be opened from now on. */
export function chooseProtection(
  keychain: KeyWrapper | null,
  protection: VaultProtection,
  passphrase: string | undefined,
): Secret {
  if (protection === 'keychain') return chooseSecret(keychain, undefined);
  if (passphrase === undefined) throw new HearthError('invalid-input', { field: 'passphrase' });
  return { kind: 'passphrase', passphrase };
}
