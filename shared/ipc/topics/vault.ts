import { z } from 'zod';
import { call } from '../define.ts';
import { filePath, nothing, secretText } from '../schemas.ts';

/** Where the encrypted file stands. Every value but `open` has a screen of its own with a way out. */
export type VaultState =
  | { readonly state: 'open'; readonly protection: readonly VaultProtection[] }
  | { readonly state: 'missing'; readonly keychainAvailable: boolean }
  | { readonly state: 'locked'; readonly protection: readonly VaultProtection[]; readonly keychainAvailable: boolean }
  | {
      readonly state: 'failed';
      readonly code:
        | 'key-missing'
        | 'key-damaged'
        | 'store-damaged'
        | 'store-newer'
        | 'store-in-use'
        | 'store-read-only'
        | 'disk-full'
        | 'migration-failed'
        | 'keychain-unavailable';
      readonly hasMigrationCopies: boolean;
    };
export type VaultProtection = 'keychain' | 'passphrase';

/** Main answers these itself: it alone talks to the keychain. It hands the data process an unwrapped key. */
export const vaultCalls = {
  'vault.state': call<VaultState>()(nothing),
  'vault.create': call<VaultState>()(
    z.strictObject({ protection: z.enum(['keychain', 'passphrase']), passphrase: secretText.optional() }),
  ),
  'vault.unlock': call<VaultState>()(z.strictObject({ passphrase: secretText.optional() })),
  'vault.lock': call<VaultState>()(nothing),
  'vault.changePassphrase': call<VaultState>()(z.strictObject({ current: secretText.optional(), next: secretText })),
  'vault.removePassphrase': call<VaultState>()(z.strictObject({ current: secretText })),
  'vault.backUp': call<{ jobId: string }>()(z.strictObject({ file: filePath, passphrase: secretText })),
  'vault.restore': call<VaultState>()(z.strictObject({ file: filePath, passphrase: secretText })),
  /** Needs the passphrase where there is one: the copy is read through before it takes the store's place. */
  'vault.restoreMigrationCopy': call<VaultState>()(z.strictObject({ passphrase: secretText.optional() }).default({})),
  'vault.erase': call<VaultState>()(z.strictObject({ confirm: z.literal('erase') })),
};
