import type { Published } from '../../../shared/domain/published.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import type { DataContext } from '../service/context.ts';
import { readActivitySpan } from '../store/activities/message-queries.ts';
import { computeHealth, type HealthQuestion } from './compute-health.ts';
import { type FrozenQuarter, frozenRelease } from './dashboard/frozen-quarter.ts';
import { releaseHealth } from './disclosure/release-health.ts';

/** Return and stay as they leave for one frozen quarter: by the rules of an export, the same every time. */
export function frozenHealth(
  context: DataContext,
  quarter: FrozenQuarter,
  view: FrozenView,
): Promise<Published<HealthView>> {
  const name = `health ${view.unit} ${view.level} ${view.gapDays}`;
  return frozenRelease<HealthView>(context, quarter, name, () => releaseNow(context, quarter, view));
}

/** As `frozenHealth`, for the report: by week or month as its history asked for when it was frozen, and so ever after. */
export function frozenReportHealth(
  context: DataContext,
  quarter: FrozenQuarter,
  view: Omit<FrozenView, 'unit'>,
): Promise<Published<HealthView>> {
  const name = `report ${view.level} ${view.gapDays}`;
  return frozenRelease<HealthView>(context, quarter, name, () => {
    const span = readActivitySpan(context.read, quarter.communityId);
    const days = span ? (span.lastAt - span.firstAt) / MS_PER_DAY : 0;
    const unit = days < DAYS_TOLD_BY_WEEK ? 'week' : 'month';
    return releaseNow(context, quarter, { ...view, unit });
  });
}

/** Shorter histories are told by week, longer ones by month. */
const DAYS_TOLD_BY_WEEK = 120;
const MS_PER_DAY = 86_400_000;

type FrozenView = Pick<HealthQuestion, 'unit' | 'level' | 'gapDays'>;

async function releaseNow(
  context: DataContext,
  { communityId, lastDay: asOf }: FrozenQuarter,
  view: FrozenView,
): Promise<Published<HealthView>> {
  const question = { communityId, ...view, now: context.clock.now(), asOf };
  return releaseHealth(await context.readSnapshot((db) => computeHealth(db, question)), 'export');
}
