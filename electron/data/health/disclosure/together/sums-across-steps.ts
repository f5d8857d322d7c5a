import type { Relation } from '../audit/audit-cells.ts';
import type { CountedCell } from './sums-within.ts';

/**
 * The sums that lead from quarters to the year they lie in, or from months to their quarter: what happens once adds up; of
 * people who may be there in several quarters, each quarter holds at most those of the year, and all quarters together hold
 * everybody. Which of both holds is for the caller to see.
 */
export function sumsAcrossSteps(pooled: readonly CountedCell[], finer: readonly CountedCell[]): Relation[] {
  return pooled.flatMap((total): Relation[] => {
    const period = total.place.row?.period;
    if (!period) return [];
    const parts = finer.filter(({ place }) => {
      const own = place.row?.period;
      return (
        own && own.firstDay >= period.firstDay && own.lastDay <= period.lastDay && sameBut(place.id, total.place.id)
      );
    });
    const cells = parts.map(({ cell }) => cell);
    return [
      { total: total.cell, parts: cells, kind: 'equals' },
      { total: total.cell, parts: cells, kind: 'at-most' },
    ];
  });
}

/** Whether two places are of the same row and role in other periods: rows of a series begin with the day of theirs. */
function sameBut(one: string, other: string): boolean {
  return withoutDay(one) === withoutDay(other);
}

function withoutDay(id: string): string {
  return id.replace(/^\d{4}-\d{2}-\d{2}/, '');
}
