import type { Sentence } from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { LifeCycle, RetentionTable } from '../../../shared/ipc/topics/health.ts';

type Said = Extract<PublishedValue, { value: number }>;

/** A value that may be compared. One of a period that is still open may not. */
function said(value: PublishedValue | undefined): Said | null {
  return value && (value.mark === 'shown' || value.mark === 'uncertain') ? value : null;
}

/** Where intervals overlap there is no direction: the difference may be chance. */
function directionOf(now: Said, before: Said): 'Up' | 'Down' | 'Same' {
  if ((now.lower ?? now.value) > (before.upper ?? before.value)) return 'Up';
  if ((now.upper ?? now.value) < (before.lower ?? before.value)) return 'Down';
  return 'Same';
}

/** How many were active in the newest complete month against the one before; null where either can't be said. */
export function lifeCycleComparison({ periods }: LifeCycle): Sentence | null {
  const [before, now] = periods
    .filter(({ complete }) => complete)
    .slice(-2)
    .map(({ active }) => said(active));
  if (!(now && before)) return null;
  return { key: `charts:common.compared${directionOf(now, before)}Number`, params: { number: before.value } };
}

/** First return of the newest cohort that can be told of against the cohort before it; null where there are no two. */
export function retentionComparison({ cohorts }: RetentionTable): Sentence | null {
  const at = cohorts.findLastIndex(({ cells }) => said(cells[1]?.share) !== null);
  const now = said(cohorts[at]?.cells[1]?.share);
  const before = said(cohorts[at - 1]?.cells[1]?.share);
  if (!(now && before)) return null;
  return {
    key: `health:comparison.retention${directionOf(now, before)}`,
    params: { share: now.value / 100, before: before.value / 100 },
  };
}
