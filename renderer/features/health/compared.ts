import type { Sentence } from '../../../shared/domain/health/chart.ts';
import { directionOf, sayable } from '../../../shared/domain/health/said-change.ts';
import type { LifeCycle, RetentionTable } from '../../../shared/ipc/topics/health.ts';

/** How many were active in the newest complete month against the one before; null where either can't be said. */
export function lifeCycleComparison({ periods }: LifeCycle): Sentence | null {
  const [before, now] = periods
    .filter(({ complete }) => complete)
    .slice(-2)
    .map(({ active }) => sayable(active));
  if (!(now && before)) return null;
  return { key: `charts:common.compared${directionOf(now, before)}Number`, params: { number: before.value } };
}

/** First return of the newest cohort that can be told of against the cohort before it; null where there are no two. */
export function retentionComparison({ cohorts }: RetentionTable): Sentence | null {
  const at = cohorts.findLastIndex(({ cells }) => sayable(cells[1]?.share) !== undefined);
  const now = sayable(cohorts[at]?.cells[1]?.share);
  const before = sayable(cohorts[at - 1]?.cells[1]?.share);
  if (!(now && before)) return null;
  return {
    key: `health:comparison.retention${directionOf(now, before)}`,
    params: { share: now.value / 100, before: before.value / 100 },
  };
}
