import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { VaultState } from '../../../shared/ipc/topics/vault.ts';
import type { VaultChannel } from '../../../shared/ipc/vault-channels.ts';
import { eraseStore } from '../store/backup/erase-store.ts';
import { restoreMigrationCopy } from '../store/backup/restore-migration-copy.ts';
import { restoreStore } from '../store/backup/restore-store.ts';
import { createStore } from '../store/create-store.ts';
import { removeProtection, setProtection } from '../store/key/change-protection.ts';
import { protectionOf } from '../store/key/envelope.ts';
import { readEnvelopeFile } from '../store/key/envelope-file.ts';
import type { Secret } from '../store/key/unlock-key.ts';
import type { Store } from '../store/open.ts';
import { unlockStore } from '../store/unlock-store.ts';
import { chooseProtection, chooseSecret, describeClosedVault, failedState, type VaultParts } from './vault-files.ts';

export type VaultCalls = {
  readonly [Name in VaultChannel]: (input: ParsedInput<Name>) => Output<Name> | Promise<Output<Name>>;
};

export interface VaultOptions extends VaultParts {
  /** Puts the open store to work. */
  readonly onOpen: (store: Store) => void | Promise<void>;
  /** Ends all work on the store, before it is closed. */
  readonly onClose: () => Promise<void>;
  readonly announce: (state: VaultState) => void;
  readonly startBackup: (store: Store, file: string, passphrase: string) => { jobId: string };
}

export interface Vault {
  readonly calls: VaultCalls;
  /** Opens by the keychain, without asking, where that is the way in. For the start of the app. */
  readonly openUnasked: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The encrypted store and its lock. Calls are carried out one after the other: opening, locking and restoring must never
 * overlap. There is always exactly one way in, so adding a passphrase takes the keychain's away: a lock that opens by
 * itself would protect from nobody.
 */
export function createVault(options: VaultOptions): Vault {
  const { files, keychain, nativeBinding } = options;
  let store: Store | null = null;
  let failure: VaultState | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const result = last.then(work, work);
    last = result.catch(() => {});
    return result;
  }
  function state(): VaultState {
    if (store !== null) return { state: 'open', protection: protectionOf(readEnvelopeFile(files.envelope)) };
    return failure ?? describeClosedVault(options);
  }
  function announced(): VaultState {
    const now = state();
    options.announce(now);
    return now;
  }
  async function closeStore(): Promise<void> {
    if (store === null) return;
    const closing = store;
    store = null;
    await options.onClose();
    closing.close();
  }
  async function open(work: () => Promise<Store>): Promise<VaultState> {
    failure = null;
    try {
      store = await work();
      await options.onOpen(store);
    } catch (error) {
      await closeStore();
      // Throws what belongs to the call itself, such as a wrong passphrase.
      failure = failedState(files, error);
    }
    return announced();
  }
  const unlock = (passphrase: string | undefined) =>
    store !== null
      ? Promise.resolve(state())
      : open(() => unlockStore(files, chooseSecret(keychain, passphrase), nativeBinding));

  /** Closes the store, lets `work` put another in its place, and opens what is there then, also when `work` failed. */
  async function replace(
    work: (secret: Secret) => Promise<unknown>,
    passphrase: string | undefined,
  ): Promise<VaultState> {
    const secret = chooseSecret(keychain, passphrase);
    const wasOpen = store !== null;
    await closeStore();
    try {
      await work(secret);
    } catch (error) {
      if (wasOpen && secret.kind === 'keychain') await open(() => unlockStore(files, secret, nativeBinding));
      else announced();
      throw error;
    }
    return open(() => unlockStore(files, secret, nativeBinding));
  }

  const calls: VaultCalls = {
    'vault.state': () => inTurn(state),
    'vault.create': ({ protection, passphrase }) =>
      inTurn(() => {
        if (store !== null) throw new HearthError('vault-exists');
        const secret = chooseProtection(keychain, protection, passphrase);
        return open(() => createStore(files, secret, nativeBinding));
      }),
    'vault.unlock': ({ passphrase }) => inTurn(() => unlock(passphrase)),
    'vault.lock': () =>
      inTurn(async () => {
        await closeStore();
        return announced();
      }),
    'vault.changePassphrase': ({ current, next }) =>
      inTurn(async () => {
        await setProtection(files.envelope, chooseSecret(keychain, current), { kind: 'passphrase', passphrase: next });
        await removeProtection(files.envelope, { kind: 'passphrase', passphrase: next }, 'keychain');
        return announced();
      }),
    'vault.removePassphrase': ({ current }) =>
      inTurn(async () => {
        const known = chooseSecret(null, current);
        const next = chooseSecret(keychain, undefined);
        await setProtection(files.envelope, known, next);
        await removeProtection(files.envelope, next, 'passphrase');
        return announced();
      }),
    'vault.backUp': ({ file, passphrase }) => {
      if (store === null) throw new HearthError('vault-locked');
      return options.startBackup(store, file, passphrase);
    },
    'vault.restore': ({ file, passphrase }) =>
      // The restored store opens as stores do here: by the keychain, or by the passphrase the backup had.
      inTurn(() =>
        replace(
          (protection) => restoreStore({ files, backup: file, passphrase, protection, nativeBinding }),
          keychain === null ? passphrase : undefined,
        ),
      ),
    'vault.restoreMigrationCopy': ({ passphrase }) =>
      inTurn(() => replace((secret) => restoreMigrationCopy(files, secret, nativeBinding), passphrase)),
    'vault.erase': () =>
      inTurn(async () => {
        await closeStore();
        failure = null;
        eraseStore(files, nativeBinding);
        return announced();
      }),
  };

  return {
    calls,
    openUnasked: () =>
      inTurn(async () => {
        const now = state();
        if (now.state === 'locked' && now.keychainAvailable && now.protection.includes('keychain'))
          await unlock(undefined);
      }),
    close: () => inTurn(closeStore),
  };
}
