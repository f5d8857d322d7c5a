import { stopAttempts } from '../communities/attempts.ts';
import { practiceOf } from '../communities/practice.ts';
import { createGoalWatch } from '../health/goals/goal-watch.ts';
import { createRetentionWatch } from '../outreach/retention-watch.ts';
import { syncOf } from '../sync/sync-of.ts';
import type { DataContext } from './context.ts';

/** What works by itself while the vault is open. */
export interface Workers {
  readonly networkChanged: () => void;
  readonly setAsleep: (asleep: boolean) => void;
  readonly stop: () => Promise<void>;
}

/** Starts what works by itself; without `background` syncing only happens when it is asked for. */
export function startWorkers(context: DataContext, background: boolean): Workers {
  const sync = syncOf(context);
  const goals = createGoalWatch(context);
  const retention = createRetentionWatch(context);
  if (background) {
    sync.start();
    goals.start();
    retention.start();
    // A port that is taken leaves the practice community unreachable, which the status says.
    practiceOf(context)
      .resume()
      .then(sync.wake, () => {});
  }
  return {
    networkChanged: sync.roused,
    setAsleep(asleep) {
      // What was due while the machine slept is due now.
      if (!asleep) sync.roused();
    },
    async stop() {
      await stopAttempts(context);
      retention.stop();
      await goals.stop();
      await sync.stop();
      await practiceOf(context).rest();
    },
  };
}
