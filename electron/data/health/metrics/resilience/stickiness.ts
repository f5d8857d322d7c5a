import type { ChartLabel } from '../../../../../shared/domain/health/chart.ts';
import { activeDayCounts } from '../../engine/active-people.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 1;

/** Distinct active days, both ends included. Fixed for months and quarters alike. */
const BINS = [
  { id: 'oneDay', from: 1, to: 1 },
  { id: 'days2to3', from: 2, to: 3 },
  { id: 'days4to7', from: 4, to: 7 },
  { id: 'days8to14', from: 8, to: 14 },
  { id: 'days15to30', from: 15, to: 30 },
  { id: 'days31on', from: 31, to: Number.POSITIVE_INFINITY },
] as const;

/** What steps put together are called. */
function daysNamed(from: number, to: number): ChartLabel {
  if (Number.isFinite(to)) return word('daysBetween', { from, to });
  return from === 1 ? word('anyDays') : word('daysFrom', { from });
}

/** Z11. Members by the number of distinct days on which they were active in the current period. */
export const stickiness: MetricModule = {
  id: 'Z11',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['activity-days'],
  chart: 9,
  source: 'PostHog, stickiness',
  place: 'any',
  team: 'in-period',
  compute: (facts, { current }) => {
    const weeks = facts.weeks(LEVEL);
    if (weeks.isEmpty()) return missing('activity-days');
    const to = lastDayIn(current, facts.lastDay);
    const counts = BINS.map(() => 0);
    for (const days of activeDayCounts(weeks, facts.people.count, current.firstDay, to)) {
      if (days === 0) continue;
      const bin = BINS.findIndex(({ to }) => days <= to);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return {
      kind: 'counts',
      draw: 'bars',
      of: 'people',
      stepsNamed: daysNamed,
      rows: BINS.map(({ id, ...step }, bin) => ({ id, label: word(id), step, count: counts[bin] ?? 0 })),
    };
  },
};
