import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import type { ChangeTopic, EventName, Events } from '../../../shared/ipc/events.ts';
import type { SettingValue } from '../../../shared/ipc/topics/settings.ts';
import type { PlatformConnector } from '../platforms/platform.ts';
import type { ReadDb, WriteDb } from '../store/db.ts';
import type { JobRunner } from './jobs.ts';

/** The time of day, injected so that tests can turn it, also backwards. */
export interface Clock {
  readonly now: () => Instant;
}

/** Who acts: an alias the person chose, never an account name of the machine. */
export interface Actor {
  readonly alias: string;
  /** A random id of this installation. */
  readonly device: string;
  readonly tool: 'app' | 'cli' | 'demo';
}

/** Whether the platforms may be reached. `working-offline` is the person's own choice and stops every request. */
export interface Network {
  readonly state: () => 'online' | 'offline' | 'working-offline';
  readonly mayConnect: () => boolean;
}

/** What every handler gets. Exists only while the vault is open, so a handler can't run against a locked store. */
export interface DataContext {
  readonly read: ReadDb;
  readonly write: WriteDb;
  /** Long work over one unchanging state of the store, beside what is written meanwhile. */
  readonly readSnapshot: <T>(work: (db: ReadDb) => T | Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly actor: () => Actor;
  readonly network: Network;
  readonly jobs: JobRunner;
  /** A connector for a connected community; rejects with HearthError 'unauthorized' when there is no token. */
  readonly connect: (communityId: CommunityId) => PlatformConnector;
  readonly setting: <Value extends SettingValue>(key: string) => Value;
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
  /** Says that rows changed. Bundled, so that a page of a hundred reports makes one event. */
  readonly changed: (topics: readonly ChangeTopic[], caseIds?: readonly number[]) => void;
  /** Goes up whenever rows of one of these topics changed in this session: what was computed before is then out of date. */
  readonly revisionOf: (topics: readonly ChangeTopic[]) => number;
  readonly newKey: () => string;
  readonly appVersion: string;
  readonly directory: string;
  /** Turns a finished HTML document into a tagged PDF; null where no Electron runtime can be reached. */
  readonly renderPdf: ((html: string) => Promise<Uint8Array>) | null;
}
