import { randomBytes, randomUUID } from 'node:crypto';
import type { PlatformConnector } from '../../electron/data/platforms/platform.ts';
import type { Clock, DataContext } from '../../electron/data/service/context.ts';
import { createJobRunner } from '../../electron/data/service/jobs.ts';
import type { Store } from '../../electron/data/store/open.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import type { SettingValue } from '../../shared/ipc/topics/settings.ts';
import { testNow } from './insert-row.ts';

/** A clock that a test turns by hand, also backwards. */
export interface TestClock extends Clock {
  at: number;
  readonly advance: (ms: number) => void;
}

export function aClock(at: number = testNow): TestClock {
  return {
    at,
    now() {
      return this.at;
    },
    advance(ms) {
      this.at += ms;
    },
  };
}

export interface ContextOverrides {
  readonly clock?: Clock;
  readonly connect?: (communityId: CommunityId) => PlatformConnector;
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly network?: DataContext['network'];
  readonly device?: string;
  readonly alias?: string;
  readonly changed?: DataContext['changed'];
  readonly newKey?: () => string;
  readonly appVersion?: string;
}

/** A whole data context over a store, as the service makes one, without a window on the other side. */
export function aDataContext(store: Store, overrides: ContextOverrides = {}): DataContext {
  const settings: Readonly<Record<string, SettingValue>> = { 'decisions.undoSeconds': 0, ...overrides.settings };
  const device = overrides.device ?? `device-${randomBytes(4).toString('hex')}`;
  let revision = 0;
  return {
    read: store.read,
    write: store.write,
    readSnapshot: (work) => store.readSnapshot(work),
    clock: overrides.clock ?? aClock(),
    actor: () => ({ alias: overrides.alias ?? 'sam', device, tool: 'app' }),
    network: overrides.network ?? { state: () => 'online', mayConnect: () => true },
    jobs: createJobRunner(() => undefined),
    connect:
      overrides.connect ??
      (() => {
        throw new Error('this test connects to nothing');
      }),
    setting: <Value extends SettingValue>(key: string) => settings[key] as Value,
    emit: () => undefined,
    changed: (topics) => {
      revision += 1;
      overrides.changed?.(topics);
    },
    // Whatever changed: what is remembered is asked for anew.
    revisionOf: () => revision,
    newKey: overrides.newKey ?? randomUUID,
    appVersion: overrides.appVersion ?? '0.0.0',
    directory: '',
    renderPdf: null,
  };
}
