import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { Published } from '../../../shared/domain/published.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import type { DataContext } from '../service/context.ts';
import type { JobHandle } from '../service/jobs.ts';
import { type FrozenQuarter, frozenNames } from './dashboard/frozen-quarter.ts';
import { frozenRelease } from './dashboard/frozen-release.ts';
import { derive } from './disclosure/derive.ts';
import { withChangeSince } from './findings/change-since.ts';
import { toldBefore } from './told-before.ts';

/** A way to look at return and stay. The step of time of the return table is chosen when the quarter is frozen. */
export interface FrozenView {
  readonly level: ActivityLevel;
  readonly gapDays: number;
}

/**
 * Return and stay as they leave for one frozen quarter: by the rules of an export, the same every time. Rejects with
 * HearthError `cancelled` when the job is.
 */
export async function frozenHealth(
  context: DataContext,
  quarter: FrozenQuarter,
  { level, gapDays }: FrozenView,
  job: JobHandle | null = null,
): Promise<Published<HealthView>> {
  const around = await frozenRelease<HealthView>(context, quarter, frozenNames.around(level), job);
  const retention = await frozenRelease<HealthView['retention']>(context, quarter, frozenNames.retention(level), job);
  const stay = await frozenRelease<HealthView['stay']>(context, quarter, frozenNames.stay(level, gapDays), job);
  // No quarter before this one is frozen any more once it is: the same every time.
  const before = toldBefore(context.write, { ...quarter, upTo: quarter.firstDay - 1, level, gapDays });
  return derive(around, (told) => {
    const view = { ...told, retention, stay };
    return before ? withChangeSince(view, before) : view;
  });
}
