import { lastCompletePeriod, periodOf } from '../../calendar/periods.ts';
import { returnTableOf } from '../../engine/return-table.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { withoutCohort } from '../join-days.ts';
import { missing } from '../missing.ts';
import { periodLabel } from '../period-series.ts';
import type { RawGrid, RawMissing } from '../raw-result.ts';
import type { ReturnTable } from '../return-on-period.ts';
import type { MetricWindow } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');

/** More cohorts than this are told by quarter, and as many of the newest are shown (chart 4). */
const MOST_COHORTS = 12;
const LEVEL = 2;

/** The cohort table behind Z4 and Z5, in months, or in quarters where a window asks for them or months would be too many. */
export function cohortTable(
  facts: HealthFacts,
  window: MetricWindow,
  counting: 'on' | 'on-or-after',
): (ReturnTable & { readonly unit: 'month' | 'quarter' }) | undefined {
  const weeks = facts.weeks(LEVEL);
  const first = weeks.firstDay();
  if (first === undefined) return undefined;
  const months = lastCompletePeriod('month', facts.lastDay) - periodOf('month', first) + 1;
  const unit = window.unit === 'quarter' || months > MOST_COHORTS ? 'quarter' : 'month';
  const table = returnTableOf(weeks.active, {
    unit,
    lastDay: facts.lastDay,
    counting,
    within: weeks.within,
    joinedEarlier: weeks.setOf(withoutCohort(facts)),
    maxIntervals: MOST_COHORTS,
  });
  return { ...table, unit };
}

/** Cohorts by interval; the joining period itself is no return and has no column. */
export function returnGrid(
  facts: HealthFacts,
  window: MetricWindow,
  counting: 'on' | 'on-or-after',
): RawGrid | RawMissing {
  const table = cohortTable(facts, window, counting);
  if (!table) return missing('activity-days');
  const cohorts = table.rows.filter(({ size, cells }) => size > 0 && cells.length > 1).slice(-MOST_COHORTS);
  const intervals = Math.max(0, ...cohorts.map(({ cells }) => cells.length - 1));
  const columns = Array.from({ length: intervals }, (_, at) => intervalLabel(table.unit, at + 1));
  return {
    kind: 'grid',
    unit: 'percent',
    of: 'people',
    rows: cohorts.map(({ cohort }) => periodLabel(table.unit, cohort)),
    columns,
    cells: cohorts.map(({ size, cells }) =>
      columns.map((_, at) => {
        const cell = cells[at + 1];
        return cell ? { part: cell.returned, whole: size, ...(cell.complete ? {} : { open: true }) } : null;
      }),
    ),
  };
}

/** What the k-th interval after joining is called. */
export function intervalLabel(unit: 'month' | 'quarter', number: number) {
  return word(unit === 'month' ? 'monthAfter' : 'quarterAfter', { number });
}
