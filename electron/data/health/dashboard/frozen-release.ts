import type { Published } from '../../../../shared/domain/published.ts';
import type { DataContext } from '../../service/context.ts';
import { freezeQuarter } from './freeze-quarter.ts';
import { type FrozenQuarter, keptRelease } from './frozen-quarter.ts';

const freezing = new WeakMap<DataContext, Map<string, Promise<void>>>();

/** What a frozen quarter tells under a name; the quarter is frozen first where nobody has asked of it before. */
export async function frozenRelease<T>(
  context: DataContext,
  quarter: FrozenQuarter,
  name: string,
): Promise<Published<T>> {
  const kept = keptRelease<T>(context, quarter, name);
  if (kept !== undefined) return kept;
  await freezeOnce(context, quarter);
  const frozen = keptRelease<T>(context, quarter, name);
  if (frozen === undefined) throw new Error('a quarter was frozen without a release that may be asked for');
  return frozen;
}

/** Two who ask at once wait for one count. */
async function freezeOnce(context: DataContext, quarter: FrozenQuarter): Promise<void> {
  const running = freezing.get(context) ?? new Map<string, Promise<void>>();
  freezing.set(context, running);
  const key = `${quarter.communityId} ${quarter.firstDay}`;
  const own = running.get(key) ?? freezeQuarter(context, quarter).finally(() => running.delete(key));
  running.set(key, own);
  await own;
}
