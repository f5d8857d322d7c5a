import type { DataContext } from '../service/context.ts';
import { eraseWhatIsDue } from './record-retention.ts';

/** Erases old records by itself while the vault is open. */
export interface RetentionWatch {
  readonly start: () => void;
  /** Erases if a day has passed since it last did; true where it looked. */
  readonly look: () => boolean;
  readonly stop: () => void;
}

const lookEveryMs = 60_000;
const dayMs = 24 * 60 * 60_000;

/** Makes the watch. It does nothing by itself until `start`. */
export function createRetentionWatch(context: DataContext): RetentionWatch {
  let lookedAt: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  const watch: RetentionWatch = {
    look() {
      const now = context.clock.now();
      const isEarly = lookedAt !== null && now >= lookedAt && now - lookedAt < dayMs;
      // What is being read in may belong to something old: it is looked at when all of it is there.
      if (isEarly || context.jobs.list().some(({ state }) => state === 'running')) return false;
      eraseWhatIsDue(context);
      lookedAt = now;
      return true;
    },
    start() {
      // As a promise: what goes wrong with the file is reported then, and does not end the process.
      timer = setInterval(async () => void watch.look(), lookEveryMs);
      timer.unref();
    },
    stop() {
      if (timer !== null) clearInterval(timer);
    },
  };
  return watch;
}
