import { randomUUID } from 'node:crypto';
import type { EventName, Events } from '../../../shared/ipc/events.ts';
import type { SettingValue } from '../../../shared/ipc/topics/settings.ts';
import { attachIdentity } from '../identity/identity-of.ts';
import { openLooksFile } from '../settings/looks-file.ts';
import { type IdentityVault, openIdentityVault } from '../store/identity/identity-vault.ts';
import { failInterruptedImports } from '../store/imports/commands.ts';
import type { Store } from '../store/open.ts';
import { storeFiles } from '../store/store-files.ts';
import { bundleChanges } from './bundle-changes.ts';
import { createConnect } from './connect-community.ts';
import type { Actor, Clock, DataContext } from './context.ts';
import { readDevice } from './device.ts';
import { createJobRunner } from './jobs.ts';
import { createNetwork } from './network.ts';
import { readSetting } from './read-setting.ts';
import { createRevisions } from './revisions.ts';
import { startWorkers } from './workers.ts';

export interface SessionOptions {
  readonly store: Store;
  readonly directory: string;
  readonly nativeBinding?: string | undefined;
  readonly appVersion: string;
  readonly tool: Actor['tool'];
  readonly clock: Clock;
  readonly renderPdf: DataContext['renderPdf'];
  readonly isOnline: () => boolean;
  readonly background: boolean;
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

/** Everything that exists only while the vault is open. */
export interface Session {
  readonly context: DataContext;
  /** For the backup, which holds both files. */
  readonly identity: IdentityVault;
  readonly networkChanged: () => void;
  readonly setAsleep: (asleep: boolean) => void;
  /** Ends jobs and workers, and closes the identity file. The store is the caller's to close. */
  readonly close: () => Promise<void>;
}

/** Puts an open store to work. */
export function openSession(options: SessionOptions): Session {
  const { store, clock, emit } = options;
  const device = readDevice(store.write);
  failInterruptedImports(store.write, clock.now());
  const jobs = createJobRunner((state) => emit('job.changed', state));
  const identity = openIdentityVault(store, storeFiles(options.directory), options.nativeBinding);
  const changes = bundleChanges((change) => emit('data.changed', change));
  const revisions = createRevisions();
  const looks = openLooksFile(options.directory);
  const setting = <Value extends SettingValue>(key: string) => readSetting(store.read, looks, key) as Value;
  const context: DataContext = {
    read: store.read,
    write: store.write,
    readSnapshot: (work) => store.readSnapshot(work),
    clock,
    // Without a name of their own choosing a person is their installation, never an account of the machine.
    actor: () => ({
      alias: setting<string>('moderator.alias') || `device-${device.slice(0, 8)}`,
      device,
      tool: options.tool,
    }),
    network: createNetwork(
      store.read,
      options.isOnline,
      () => setting<boolean | null>('internal.workOffline') === true,
    ),
    jobs,
    connect: createConnect(store.read),
    setting,
    emit,
    changed: (topics, caseIds) => {
      // Erasing a community must take the answers of its people along, and no code there may reach them.
      if (topics.includes('communities')) identity.forgetErased();
      revisions.note(topics);
      changes.add(topics, caseIds);
    },
    revisionOf: revisions.of,
    newKey: randomUUID,
    appVersion: options.appVersion,
    directory: options.directory,
    renderPdf: options.renderPdf,
  };
  attachIdentity(context, identity);
  const workers = startWorkers(context, options.background);
  return {
    context,
    identity,
    networkChanged: workers.networkChanged,
    setAsleep: workers.setAsleep,
    async close() {
      await jobs.stop();
      await workers.stop();
      changes.flush();
      identity.close();
    },
  };
}
