import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimCase, releaseCase } from '../../electron/data/cases/claim-case.ts';
import { type Decided, decideCase } from '../../electron/data/cases/decide-case.ts';
import type { PlatformConnector } from '../../electron/data/platforms/platform.ts';
import type { DataContext } from '../../electron/data/service/context.ts';
import { findCase } from '../../electron/data/store/cases/queries.ts';
import type { CaseRow } from '../../electron/data/store/cases/row.ts';
import { saveConnectedCommunity } from '../../electron/data/store/communities/commands.ts';
import { openStore, type Store } from '../../electron/data/store/open.ts';
import { inTransaction } from '../../electron/data/store/transaction.ts';
import { type ActivityOutcome, readActivities } from '../../electron/data/sync/activities/read-activities.ts';
import { createLane } from '../../electron/data/sync/lane.ts';
import { type PushOutcome, pushCommunity } from '../../electron/data/sync/outbox/push-community.ts';
import { type PullOutcome, pullCommunity } from '../../electron/data/sync/pull/pull-community.ts';
import type { SyncTools } from '../../electron/data/sync/tools.ts';
import type { Capabilities, RemotePlatform } from '../../shared/domain/community.ts';
import type { DecisionInput } from '../../shared/domain/decision.ts';
import type { CaseId, CommunityId } from '../../shared/domain/ids.ts';
import { aClock, aDataContext, type ContextOverrides, type TestClock } from './data-context.ts';
import { ourHandle } from './fake-platform.ts';
import { mastodonLike } from './like-platforms.ts';

/** How long a request may still take effect in tests, in milliseconds. */
export const testSettlingMs = 60_000;

export interface DeskOptions extends ContextOverrides {
  readonly connector: PlatformConnector;
  readonly capabilities?: Capabilities;
  readonly handle?: string;
  readonly baseUrl?: string;
  readonly accessToken?: string;
  readonly platform?: RemotePlatform;
}

/** A desk as SyncDesk, in a folder that whoever makes it brings and clears away: also for what runs outside of a test. */
export class BareDesk {
  readonly clock: TestClock = aClock();
  readonly communityId: CommunityId;
  readonly #options: DeskOptions;
  readonly #file: string;
  readonly #key = randomBytes(32);
  readonly device = 'device-1';
  /** The build at work; another one counts from the next restart on. */
  appVersion = '1.0.0';
  /** Replace its functions to have it answer otherwise; another one counts from the next pull or push on. */
  connector: PlatformConnector;
  store: Store;
  context: DataContext;
  tools: SyncTools;
  /** Grows with the clock, but never back. */
  elapsed = 0;
  reached: SyncTools['reached'] = () => undefined;
  #lane = createLane();
  #sendingSeen = new Map<number, number>();

  constructor(options: DeskOptions, folder: string) {
    this.#options = options;
    this.#file = join(folder, 'hearth.db');
    this.connector = options.connector;
    [this.store, this.context, this.tools] = this.#open();
    this.communityId = saveConnectedCommunity(this.context.write, {
      name: 'Fake',
      platform: options.platform ?? 'mastodon',
      baseUrl: options.baseUrl ?? 'https://fake.example',
      accountRemoteId: 'a-moderator',
      accountHandle: options.handle ?? ourHandle,
      capabilities: options.capabilities ?? mastodonLike,
      timeZone: 'UTC',
      credentials: {
        kind: 'token',
        accessToken: options.accessToken ?? 'token',
        clientId: null,
        clientSecret: null,
        scopes: '',
        obtainedAt: 0,
      },
      at: this.clock.now(),
    });
  }

  #open(): [Store, DataContext, SyncTools] {
    const store = openStore({ file: this.#file, key: this.#key });
    const context = aDataContext(store, {
      clock: this.clock,
      device: this.device,
      connect: () => this.connector,
      appVersion: this.appVersion,
      ...this.#options,
    });
    const tools: SyncTools = {
      context,
      random: () => 0.5,
      settlingMs: testSettlingMs,
      monotonic: () => this.elapsed,
      reached: (point) => this.reached(point),
    };
    return [store, context, tools];
  }

  /** Closes the file and removes it: for tests that make a desk for every run. */
  dispose(): void {
    this.store.close();
    rmSync(this.#file, { force: true });
    rmSync(`${this.#file}-wal`, { force: true });
    rmSync(`${this.#file}-shm`, { force: true });
  }

  /** As after a crash: nothing of the process is left but the file. */
  restart(): void {
    this.store.close();
    [this.store, this.context, this.tools] = this.#open();
    this.#lane = createLane();
    this.#sendingSeen = new Map();
  }

  /** Lets real time pass; the clock on the wall follows unless it is turned. */
  advance(ms: number): void {
    this.elapsed += ms;
    this.clock.advance(ms);
  }

  pull(signal: AbortSignal = new AbortController().signal): Promise<PullOutcome> {
    return pullCommunity(this.tools, {
      communityId: this.communityId,
      connector: this.connector,
      lane: this.#lane,
      signal,
      progress: () => undefined,
    });
  }

  readActivities(signal: AbortSignal = new AbortController().signal): Promise<ActivityOutcome> {
    return readActivities(this.tools, {
      communityId: this.communityId,
      connector: this.connector,
      signal,
      progress: () => undefined,
    });
  }

  push(options: { readonly atOnce?: boolean } = {}): Promise<PushOutcome> {
    return pushCommunity(this.tools, {
      communityId: this.communityId,
      connector: this.connector,
      lane: this.#lane,
      signal: new AbortController().signal,
      sendingSeen: this.#sendingSeen,
      ...options,
    });
  }

  openCases(): readonly CaseRow[] {
    return this.context.write.prepare('SELECT * FROM cases WHERE is_open = 1 ORDER BY id').all() as CaseRow[];
  }

  case(id: CaseId): CaseRow {
    const row = findCase(this.context.write, id);
    if (!row) throw new RangeError('no such case');
    return row;
  }

  claim(row: CaseRow): void {
    inTransaction(this.context.write, () => claimCase(this.context, row));
  }

  release(row: CaseRow): void {
    inTransaction(this.context.write, () => releaseCase(this.context, row, this.clock.now()));
  }

  decide(row: CaseRow, overrides: Partial<DecisionInput> = {}): Decided {
    return decideCase(this.context, {
      caseId: row.id,
      caseVersion: row.version,
      finding: 'upheld',
      policyId: null,
      severity: null,
      personEffect: 'none',
      reasonInternal: 'seen and weighed',
      reasonPerson: '',
      notifyPerson: false,
      removePosts: false,
      ...overrides,
    });
  }
}
