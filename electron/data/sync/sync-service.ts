import type { Community } from '../../../shared/domain/community.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import type { CommunityFreshness, Status } from '../../../shared/ipc/topics/sync.ts';
import { letTimePass } from '../cases/time-passed.ts';
import { endUndoWindows } from '../store/actions/commands.ts';
import { listWaitingDecisions } from '../store/actions/queries.ts';
import { listCommunities } from '../store/communities/queries.ts';
import { endNoteUndoWindows } from '../store/note-sendings/commands.ts';
import { listOpenSendings } from '../store/note-sendings/queries.ts';
import { storeErrorFrom } from '../store/store-error.ts';
import { findActivityReading } from '../store/sync-state/activity-reading.ts';
import { findSyncState } from '../store/sync-state/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { nextClaimAt } from './claims/tell-claims.ts';
import { type CommunityWorker, createCommunityWorker } from './community-worker.ts';
import { readFreshness } from './read-freshness.ts';
import { nextSendAt, readStatus } from './read-status.ts';
import { finite, forgetWait, mayAskForActivities, minutesBetweenReadings, soon } from './schedule.ts';
import type { SyncTools } from './tools.ts';

/** Reads from the communities and sends to them, by itself or when asked. */
export interface SyncService {
  readonly status: () => Status;
  /** Sends what is due, then reads, in one community or all. Resolves when that has ended, however it ended. */
  readonly sync: (communityId?: CommunityId) => Promise<void>;
  readonly cancel: (communityId?: CommunityId) => void;
  /** Sends everything that waits, undo windows or not. Resolves when the pass has ended. */
  readonly send: () => Promise<void>;
  /** Says that something changed that may be due sooner than planned: a decision, the network, the time. */
  readonly wake: () => void;
  /** The network changed or the computer woke up: what failed for want of a connection is tried again at once. */
  readonly roused: () => void;
  readonly freshness: () => readonly CommunityFreshness[];
  /** Starts working by itself. */
  readonly start: () => void;
  /** Stops everything and waits for it: before the store is closed. Nothing starts again after this. */
  readonly stop: () => Promise<void>;
}

const longestSleepMs = 15_000;
const shortestSleepMs = 250;
const announceEveryMs = 100;

/** Makes the service. It does nothing by itself until `start`. */
export function createSyncService(tools: SyncTools): SyncService {
  const { context } = tools;
  const workers = new Map<CommunityId, CommunityWorker>();
  const pulledAt = new Map<CommunityId, Instant>();
  /** When reading of activities was stopped, or met trouble that it could not write down. */
  const fillingStoppedAt = new Map<CommunityId, Instant>();
  let timer: NodeJS.Timeout | null = null;
  let announcing: NodeJS.Timeout | null = null;
  let started = false;
  let stopped = false;

  function workerOf(id: CommunityId): CommunityWorker {
    const known = workers.get(id);
    if (known) return known;
    const made = createCommunityWorker(tools, id, announce);
    workers.set(id, made);
    return made;
  }

  const status = (): Status => readStatus(context, (id) => workers.get(id)?.live() ?? null);

  function announce(): void {
    if (stopped) return;
    announcing ??= setTimeout(() => {
      announcing = null;
      unlessStoreFails(() => context.emit('status.changed', status()));
    }, announceEveryMs);
    announcing.unref();
  }

  function reachable(): readonly Community[] {
    return listCommunities(context.write).filter(
      (one) => one.platform !== 'import' && one.connection !== 'disconnected',
    );
  }

  async function sync(only?: CommunityId): Promise<void> {
    if (stopped || !context.network.mayConnect()) {
      announce();
      return;
    }
    const chosen = reachable().filter((one) => only === undefined || one.id === only);
    await Promise.all(chosen.map((one) => syncOne(one.id)));
    announce();
    wake();
  }

  async function syncOne(id: CommunityId): Promise<void> {
    const stored = findSyncState(context.write, id);
    // Asking does not help against a limit; against everything else it might.
    if (stored.last_error_code === 'rate-limited' && (stored.retry_at ?? 0) > context.clock.now()) return;
    const worker = workerOf(id);
    worker.unblock();
    await worker.push();
    if (stopped) return;
    await worker.pull();
    pulledAt.set(id, context.clock.now());
    if (stopped || !mayAskForActivities(context.write, id, context.clock.now())) return;
    await worker.readActivities();
  }

  async function send(): Promise<void> {
    passTime();
    if (stopped || !context.network.mayConnect()) return;
    inTransaction(context.write, () => {
      endUndoWindows(context.write, context.clock.now());
      endNoteUndoWindows(context.write, context.clock.now());
    });
    await Promise.all(
      reachable().map((one) => {
        workerOf(one.id).unblock();
        return workerOf(one.id).push(true);
      }),
    );
    announce();
    wake();
  }

  function passTime(): void {
    const changed = letTimePass(context);
    if (changed.length > 0) context.changed(['queue', 'case'], changed);
  }

  function wake(): void {
    if (!started || stopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tick, unlessStoreFails(sleepMs) ?? longestSleepMs);
    timer.unref();
  }

  function sleepMs(): number {
    if (!context.network.mayConnect()) return longestSleepMs;
    const now = context.clock.now();
    const due = reachable().map((one) => Math.min(pushDue(one), pullDue(one), activitiesDue(one)));
    return Math.min(longestSleepMs, Math.max(shortestSleepMs, Math.min(...due) - now));
  }

  function pushDue(community: Community): Instant {
    if (community.connection !== 'connected') return Number.POSITIVE_INFINITY;
    const owed = nextSendAt(
      listWaitingDecisions(context.write, community.id),
      listOpenSendings(context.write, community.id),
    );
    const never = Number.POSITIVE_INFINITY;
    const next = Math.min(owed ?? never, nextClaimAt(context, community) ?? never);
    return Math.max(next, workerOf(community.id).pushBlockedUntil());
  }

  function pullDue(community: Community): Instant {
    const minutes = minutesBetweenReadings(context, community.id);
    if (community.connection !== 'connected' || !(minutes > 0)) return Number.POSITIVE_INFINITY;
    const stored = findSyncState(context.write, community.id);
    if (stored.failures > 0) return soon(stored.retry_at ?? 0, context.clock.now());
    const last = Math.max(pulledAt.get(community.id) ?? 0, community.lastSyncAt ?? 0);
    // A clock that was set back must not keep us from reading until it has caught up.
    return last > context.clock.now() ? 0 : last + minutes * 60_000;
  }

  function activitiesDue(community: Community): Instant {
    const minutes = minutesBetweenReadings(context, community.id);
    if (community.connection !== 'connected' || !(minutes > 0)) return Number.POSITIVE_INFINITY;
    const reading = findActivityReading(context.write, community.id);
    if (reading.paused === 1 || workerOf(community.id).isReadingActivities()) return Number.POSITIVE_INFINITY;
    const now = context.clock.now();
    const stopped = fillingStoppedAt.get(community.id) ?? 0;
    const again = stopped === 0 || stopped > now ? 0 : stopped + minutes * 60_000;
    return Math.max(again, soon(reading.next_at ?? 0, now));
  }

  function roused(): void {
    if (context.network.mayConnect()) {
      for (const { id } of reachable()) {
        workers.get(id)?.unblock();
        forgetWait(context.write, id);
      }
    }
    announce();
    wake();
  }

  function tick(): void {
    timer = null;
    unlessStoreFails(() => {
      passTime();
      if (context.network.mayConnect()) for (const community of reachable()) workOn(community);
    });
    wake();
  }

  function workOn(community: Community): void {
    const now = context.clock.now();
    const worker = workerOf(community.id);
    if (pushDue(community) <= now) worker.push().then(wake, reportTrouble);
    // After the first reading of reports: those come first, also in what they cost.
    if (community.lastSyncAt !== null && activitiesDue(community) <= now) fill(community.id, worker);
    if (pullDue(community) > now || worker.live()) return;
    pulledAt.set(community.id, now);
    worker.pull().then(wake, reportTrouble);
  }

  function fill(id: CommunityId, worker: CommunityWorker): void {
    const stop = (): void => void fillingStoppedAt.set(id, context.clock.now());
    worker.readActivities().then(
      (outcome) => {
        if (outcome === 'cancelled') stop();
        wake();
      },
      () => {
        stop();
        reportTrouble();
      },
    );
  }

  /** Trouble with the store is told to whoever uses the store next; trouble with a platform never gets here. */
  function reportTrouble(): void {
    announce();
  }

  /** For what nobody waits for: thrown from a timer, a full disk would end the process and stop all sending. */
  function unlessStoreFails<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (storeErrorFrom(error) === undefined) throw error;
      return null;
    }
  }

  return {
    status,
    roused,
    freshness: () =>
      readFreshness(context, (community) => ({
        nextPullAt: finite(pullDue(community)),
        nextActivitiesAt: finite(activitiesDue(community)),
        isReadingActivities: workers.get(community.id)?.isReadingActivities() ?? false,
      })),
    sync,
    cancel(only) {
      for (const [id, worker] of workers) if (only === undefined || only === id) worker.cancelPull();
    },
    send,
    wake() {
      announce();
      wake();
    },
    start() {
      started = true;
      passTime();
      wake();
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      if (announcing !== null) clearTimeout(announcing);
      for (const worker of workers.values()) worker.cancelAll();
      await Promise.all([...workers.values()].map((worker) => worker.idle()));
    },
  };
}
