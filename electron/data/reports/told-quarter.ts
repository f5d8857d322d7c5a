import { isoDateOf } from '../health/calendar/civil-day.ts';
import { frozenDashboards } from '../health/dashboard/frozen-dashboard.ts';
import type { FrozenQuarter } from '../health/dashboard/frozen-quarter.ts';
import { frozenHealth } from '../health/frozen-health.ts';
import { DEFAULT_GAP_DAYS } from '../health/metrics/stay-curve.ts';
import { frozenSplits } from '../health/split/frozen-splits.ts';
import type { DataContext } from '../service/context.ts';
import type { JobHandle } from '../service/jobs.ts';
import { listAnnotations } from '../store/annotations/annotations.ts';
import type { Changed } from './report-model.ts';
import type { ToldQuarter } from './versions.ts';

/** What everybody counts as active in a report, and the gap after which a member counts as lapsed. */
const QUESTION = { level: 2, gapDays: DEFAULT_GAP_DAYS } as const;

/** A quarter but for its groups, as it was told when it was frozen. Rejects with HearthError `cancelled` when the job is. */
export async function toldPillars(
  context: DataContext,
  quarter: FrozenQuarter,
  job: JobHandle | null,
): Promise<Omit<ToldQuarter, 'splits'>> {
  const view = await frozenHealth(context, quarter, QUESTION, job);
  return { view, dashboards: await frozenDashboards(context, quarter, job) };
}

/** A whole quarter as it was told when it was frozen. Rejects with HearthError `cancelled` when the job is. */
export async function toldQuarter(
  context: DataContext,
  quarter: FrozenQuarter,
  job: JobHandle | null,
): Promise<ToldQuarter> {
  const pillars = await toldPillars(context, quarter, job);
  return { ...pillars, splits: await frozenSplits(context, quarter, job) };
}

/** First and last day of a quarter, YYYY-MM-DD. */
export function daysOf({ firstDay, lastDay }: FrozenQuarter): { readonly from: string; readonly to: string } {
  return { from: isoDateOf(firstDay), to: isoDateOf(lastDay) };
}

/** What a community noted of days of a quarter, in their order. */
export function notesOf(context: DataContext, { communityId, firstDay, lastDay }: FrozenQuarter): Changed['notes'] {
  return listAnnotations(context.read, communityId)
    .filter(({ day }) => day >= firstDay && day <= lastDay)
    .map(({ day, text }) => ({ day: isoDateOf(day), text }));
}
