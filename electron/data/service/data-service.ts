import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { Published } from '../../../shared/domain/published.ts';
import type { DataChannel, Output, ParsedInput } from '../../../shared/ipc/contract.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { EventName, Events } from '../../../shared/ipc/events.ts';
import { computeHealth, type HealthQuestion } from '../health/compute-health.ts';
import { releaseForChecking } from '../health/disclosure/release-for-checking.ts';
import type { RawHealth } from '../health/raw-health.ts';
import { openLooksFile } from '../settings/looks-file.ts';
import { readSettings, writeSetting } from '../settings/settings-store.ts';
import { backUpStore } from '../store/backup/back-up-store.ts';
import type { KeyWrapper } from '../store/key/key-wrapper.ts';
import { storeFiles } from '../store/store-files.ts';
import { syncOf } from '../sync/sync-of.ts';
import type { Actor, Clock } from './context.ts';
import { handlers } from './handler-table.ts';
import type { Handler } from './handlers.ts';
import { openSession, type Session } from './session.ts';
import { createVault, type Vault } from './vault.ts';

export interface DataServiceOptions {
  /** The profile folder. */
  readonly directory: string;
  readonly appVersion: string;
  readonly tool: Actor['tool'];
  readonly clock?: Clock;
  /** The system's keychain; null where there is none, and then a passphrase is the only way in. */
  readonly keychain: KeyWrapper | null;
  readonly nativeBinding?: string | undefined;
  readonly renderPdf: ((html: string) => Promise<Uint8Array>) | null;
  readonly online?: boolean;
  /** Whether work goes on by itself: sync at intervals, the outbox, leases. The command line does what it is told and ends. */
  readonly background: boolean;
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

/** Everything Hearth does with data, behind the contract. The same for the app, the command line and tests. */
export interface DataService {
  /** Carries out one call. The input was parsed by whoever let it in. Rejects with 'vault-locked' until the vault is open. */
  readonly call: <Name extends DataChannel>(channel: Name, input: ParsedInput<Name>) => Promise<Output<Name>>;
  readonly vault: Vault['calls'];
  /** Opens the vault without asking, where the keychain is the way in. */
  readonly openUnasked: () => Promise<void>;
  /** True counts for checking, of a community that holds no personal data. The command line's alone: no window can ask. */
  readonly checkHealth: (question: Omit<HealthQuestion, 'now'>) => Promise<Published<RawHealth>>;
  /** Reads from one community, or all, and resolves when that has ended: for those who can't watch the status. */
  readonly readToTheEnd: (communityId?: CommunityId) => Promise<void>;
  readonly setOnline: (online: boolean) => void;
  readonly setAsleep: (asleep: boolean) => void;
  /** Ends all work and closes the store. */
  readonly close: () => Promise<void>;
}

/** Puts the data service together. Nothing is opened yet. */
export function createDataService(options: DataServiceOptions): DataService {
  const clock = options.clock ?? { now: () => Date.now() };
  let session: Session | null = null;
  let online = options.online ?? true;

  const vault = createVault({
    files: storeFiles(options.directory),
    keychain: options.keychain,
    nativeBinding: options.nativeBinding,
    announce: (state) => options.emit('vault.changed', state),
    async onOpen(store) {
      session = await openSession({ ...options, clock, store, isOnline: () => online });
    },
    async onClose() {
      const closing = session;
      session = null;
      await closing?.close();
    },
    startBackup(store, file, passphrase) {
      if (session === null) throw new HearthError('vault-locked');
      const { identity } = session;
      const jobId = session.context.jobs.start('backup', async (job) => {
        const backUp = () =>
          backUpStore({
            store,
            identity: identity.current(),
            nativeBinding: options.nativeBinding,
            file,
            passphrase,
            madeAt: clock.now(),
            signal: job.signal,
            onProgress: (done, total) => job.progress('write', done, total),
          });
        await identity.whileUsed(backUp);
        return {};
      });
      return { jobId };
    },
  });

  /** Language and theme can be read and changed before anything is open; nothing else can. */
  function callWhileLocked<Name extends DataChannel>(channel: Name, input: ParsedInput<Name>): Output<Name> {
    const looks = openLooksFile(options.directory);
    if (channel === 'settings.getAll') return readSettings(null, looks) as unknown as Output<Name>;
    if (channel !== 'settings.set') throw new HearthError('vault-locked');
    const { key, value } = input as ParsedInput<'settings.set'>;
    writeSetting(null, looks, key, value);
    options.emit('data.changed', { topics: ['settings'], caseIds: [] });
    return null as Output<Name>;
  }

  return {
    async call(channel, input) {
      if (session === null) return callWhileLocked(channel, input);
      const handler = handlers[channel] as unknown as Handler<typeof channel>;
      return await handler(session.context, input);
    },
    vault: vault.calls,
    openUnasked: vault.openUnasked,
    async checkHealth(question) {
      if (session === null) throw new HearthError('vault-locked');
      const asked = { ...question, now: clock.now(), allTies: true };
      return releaseForChecking(await session.context.readSnapshot((db) => computeHealth(db, asked)));
    },
    async readToTheEnd(communityId) {
      if (session === null) throw new HearthError('vault-locked');
      await syncOf(session.context).sync(communityId);
    },
    setOnline(now) {
      online = now;
      session?.networkChanged();
    },
    setAsleep: (asleep) => session?.setAsleep(asleep),
    close: vault.close,
  };
}
