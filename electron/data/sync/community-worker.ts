import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { PlatformConnector } from '../platforms/platform.ts';
import { setConnection } from '../store/communities/commands.ts';
import { recordTrouble } from '../store/sync-state/commands.ts';
import { findSyncState } from '../store/sync-state/queries.ts';
import { type ActivityOutcome, readActivities } from './activities/read-activities.ts';
import { nextAttemptAt } from './back-off.ts';
import { createLane } from './lane.ts';
import { type PushOutcome, pushCommunity } from './outbox/push-community.ts';
import { errorCodeOf } from './platform-trouble.ts';
import { type PullOutcome, pullCommunity } from './pull/pull-community.ts';
import type { LiveProgress } from './read-status.ts';
import type { SyncTools } from './tools.ts';

/** Reads from and sends to one community. At most one pull and one push at a time; asking again joins the running one. */
export interface CommunityWorker {
  readonly pull: () => Promise<PullOutcome>;
  /** `atOnce`: somebody asked for everything that waits to be sent now. */
  readonly push: (atOnce?: boolean) => Promise<PushOutcome>;
  /** Fills in members' activities as far as the pace allows; joins a reading that runs. */
  readonly readActivities: () => Promise<ActivityOutcome>;
  readonly isReadingActivities: () => boolean;
  readonly cancelPull: () => void;
  readonly cancelAll: () => void;
  readonly live: () => LiveProgress | null;
  /** The outbox is not tried before this time: the connection said no. */
  readonly pushBlockedUntil: () => Instant;
  readonly unblock: () => void;
  readonly idle: () => Promise<void>;
}

/** Makes the worker of one community. `announce` is called when the progress changed. */
export function createCommunityWorker(
  tools: SyncTools,
  communityId: CommunityId,
  announce: () => void,
): CommunityWorker {
  const lane = createLane();
  const sendingSeen = new Map<number, number>();
  const pulling = oneAtATime(runPull);
  const pushing = oneAtATime(runPush);
  const filling = oneAtATime(runActivities);
  let progress: LiveProgress | null = null;
  let pushFailures = 0;
  let askedAtOnce = false;
  /** By the clock that can't be set: one on the wall that is set back must not hold decisions for hours. */
  let blockedUntil = 0;

  function connector(): PlatformConnector | null {
    try {
      return tools.context.connect(communityId);
    } catch (error) {
      if (!(error instanceof HearthError)) throw error;
      if (error.code === 'unauthorized') setConnection(tools.context.write, communityId, 'expired');
      return null;
    }
  }

  async function runPull(signal: AbortSignal): Promise<PullOutcome> {
    const to = connector();
    if (!to) return 'failed';
    try {
      return await pullCommunity(tools, {
        communityId,
        connector: to,
        lane,
        signal,
        progress(phase, done, total) {
          progress = { phase, done, total };
          announce();
        },
      });
    } finally {
      progress = null;
      announce();
    }
  }

  async function runPush(signal: AbortSignal): Promise<PushOutcome> {
    const to = connector();
    if (!to) return { ended: 'cancelled' };
    const atOnce = askedAtOnce;
    askedAtOnce = false;
    const outcome = await pushCommunity(tools, { communityId, connector: to, lane, signal, sendingSeen, atOnce });
    noteOutcome(outcome);
    announce();
    return outcome;
  }

  function noteOutcome(outcome: PushOutcome): void {
    if (outcome.ended !== 'stopped') {
      pushFailures = 0;
      blockedUntil = 0;
      return;
    }
    const { write, clock } = tools.context;
    pushFailures += 1;
    const retryAt = nextAttemptAt(clock.now(), pushFailures, outcome.error.retryAt, tools.random);
    blockedUntil = tools.monotonic() + retryAt - clock.now();
    // A pace that is too high for sending is too high for reading.
    if (outcome.error.code !== 'rate-limited') return;
    const { failures } = findSyncState(write, communityId);
    recordTrouble(write, communityId, { failures, code: errorCodeOf(outcome.error), retryAt });
  }

  async function runActivities(signal: AbortSignal): Promise<ActivityOutcome> {
    const to = connector();
    if (!to) return 'waiting';
    try {
      return await readActivities(tools, { communityId, connector: to, signal, progress: announce });
    } finally {
      announce();
    }
  }

  return {
    pull: pulling.run,
    push(atOnce = false) {
      askedAtOnce ||= atOnce;
      return pushing.run();
    },
    readActivities: filling.run,
    isReadingActivities: filling.isRunning,
    cancelPull() {
      pulling.cancel();
      filling.cancel();
    },
    cancelAll() {
      for (const work of [pulling, filling, pushing]) work.cancel();
    },
    live: () => progress,
    pushBlockedUntil: () => tools.context.clock.now() + Math.max(0, blockedUntil - tools.monotonic()),
    unblock() {
      blockedUntil = 0;
      pushFailures = 0;
    },
    async idle() {
      await Promise.allSettled([pulling, pushing, filling].map((work) => work.ended()));
    },
  };
}

/** Work that can be stopped and runs once at a time: asking again joins the running one. */
function oneAtATime<Outcome>(work: (signal: AbortSignal) => Promise<Outcome>) {
  let running: { readonly controller: AbortController; readonly ended: Promise<Outcome> } | null = null;
  return {
    run(): Promise<Outcome> {
      if (running) return running.ended;
      const controller = new AbortController();
      const ended = work(controller.signal).finally(() => {
        running = null;
      });
      running = { controller, ended };
      return ended;
    },
    isRunning: () => running !== null,
    cancel: () => running?.controller.abort(),
    ended: () => running?.ended,
  };
}
