import type { Published } from '../../../../shared/domain/published.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { freezeQuarter } from './freeze-quarter.ts';
import { type FrozenQuarter, keptRelease } from './frozen-quarter.ts';
import { SharedWork } from './shared-work.ts';

const freezing = new WeakMap<DataContext, Map<string, SharedWork<void>>>();

/**
 * What a frozen quarter tells under a name; the quarter is frozen first where nobody has asked of it before. Rejects with
 * HearthError `cancelled` when the job is; the counting stops where nobody else waits for it, and nothing of it is kept.
 */
export async function frozenRelease<T>(
  context: DataContext,
  quarter: FrozenQuarter,
  name: string,
  job: JobHandle | null = null,
): Promise<Published<T>> {
  const kept = keptRelease<T>(context, quarter, name);
  if (kept !== undefined) return kept;
  await freezeOnce(context, quarter).ask(job);
  const frozen = keptRelease<T>(context, quarter, name);
  if (frozen === undefined) throw new Error('a quarter was frozen without a release that may be asked for');
  return frozen;
}

/** Two who ask at once wait for one count. */
function freezeOnce(context: DataContext, quarter: FrozenQuarter): SharedWork<void> {
  const running = freezing.get(context) ?? new Map<string, SharedWork<void>>();
  freezing.set(context, running);
  const key = `${quarter.communityId} ${quarter.firstDay}`;
  const found = running.get(key);
  if (found && !found.isGivenUp) return found;
  const work: SharedWork<void> = new SharedWork<void>(async (shared) => {
    try {
      await freezeQuarter(context, quarter, new Turns(shared));
    } finally {
      if (running.get(key) === work) running.delete(key);
    }
  });
  running.set(key, work);
  return work;
}
