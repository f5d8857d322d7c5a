import { NO_DAY, sightsBetween } from '../../engine/active-people.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow, settledAfter } from '../period-series.ts';
import { DEFAULT_GAP_DAYS } from '../stay-curve.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 2;

/** Z13. People who have not spoken for more than 90 days, counted in the period of their last message. */
export const inactiveContributors: MetricModule = {
  id: 'Z13',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['activity-days'],
  chart: null,
  source: 'CHAOSS, Inactive Contributors',
  place: 'any',
  team: 'by-joining',
  pools: true,
  tellsSettled: true,
  compute: (facts, { periods }) => {
    const weeks = facts.weeks(LEVEL);
    if (weeks.isEmpty()) return missing('activity-days');
    const { last } = sightsBetween(weeks, facts.people.count, NO_DAY, facts.lastDay);
    const latest = facts.lastDay - DEFAULT_GAP_DAYS - 1;
    // Nobody can be past the interval in a period that began after it: a nought there would say nothing.
    const knowable = periods.filter(({ firstDay }) => firstDay <= latest);
    const rows = knowable.map((period) => {
      let count = 0;
      for (const day of last) {
        if (day !== NO_DAY && day >= period.firstDay && day <= Math.min(period.lastDay, latest)) count += 1;
      }
      return { ...periodRow(settledAfter(period, DEFAULT_GAP_DAYS + 1, facts.lastDay), word('inactive')), count };
    });
    return { kind: 'counts', draw: 'series', of: 'people', rows };
  },
};
