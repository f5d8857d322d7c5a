import type { Instant } from '../../../../shared/domain/ids.ts';
import type { DataContext } from '../../service/context.ts';
import { judgeGoals } from './judge-goals.ts';

/** Judges goals by itself while the vault is open. */
export interface GoalWatch {
  readonly start: () => void;
  /** Judges if it is time to. Resolves when that has ended; true where it judged. */
  readonly look: () => Promise<boolean>;
  /** Stops and waits for what is being judged: before the store is closed. */
  readonly stop: () => Promise<void>;
}

const lookEveryMs = 60_000;
/** What a sync brings comes in small pieces; a goal is about a quarter and can wait for some of them. */
const betweenMs = 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** Makes the watch. It does nothing by itself until `start`. */
export function createGoalWatch(context: DataContext, judge: typeof judgeGoals = judgeGoals): GoalWatch {
  let last: { at: Instant; revision: number; job: string | null } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const now = () => ({
    at: context.clock.now(),
    revision: context.revisionOf(['communities', 'activities', 'records', 'case', 'queue']),
    job: bringing().findLast(({ state }) => state !== 'running')?.jobId ?? null,
  });

  /** Jobs that may bring something in. Counting for a screen brings nothing. */
  const bringing = () => context.jobs.list().filter(({ kind }) => kind !== 'health');

  function isDue(seen: ReturnType<typeof now>): boolean {
    // While something is read in, everything changes by the second.
    if (bringing().some(({ state }) => state === 'running')) return false;
    if (last === null) return true;
    // A clock that was set back must not keep goals from being judged until it has caught up.
    const since = seen.at < last.at ? dayMs : seen.at - last.at;
    if (since >= dayMs) return true;
    return seen.revision !== last.revision && (seen.job !== last.job || since >= betweenMs);
  }

  async function look(): Promise<boolean> {
    if (stopped) return false;
    const seen = now();
    if (!isDue(seen)) return false;
    // What comes in while it judges is judged next time.
    last = seen;
    await judge(context, () => stopped);
    return true;
  }

  const watch: GoalWatch = {
    look() {
      running ??= look().finally(() => {
        running = null;
      });
      return running;
    },
    start() {
      timer = setInterval(() => void watch.look(), lookEveryMs);
      timer.unref();
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
  return watch;
}
