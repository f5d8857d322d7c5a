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
  definitionVersion: 1,
  level: LEVEL,
  needs: ['activity-days'],
  chart: null,
  source: 'CHAOSS, Inactive Contributors',
  place: 'any',
  tellsSettled: true,
  compute: (facts, { periods }) => {
    const active = facts.days(LEVEL);
    if (active.days.length === 0) return missing('activity-days');
    const latest = facts.lastDay - DEFAULT_GAP_DAYS - 1;
    // Nobody can be past the interval in a period that began after it: a nought there would say nothing.
    const knowable = periods.filter(({ firstDay }) => firstDay <= latest);
    const rows = knowable.map((period) => {
      let count = 0;
      for (let person = 0; person < active.people; person += 1) {
        const start = active.offsets[person] ?? 0;
        const end = active.offsets[person + 1] ?? 0;
        const last = active.days[end - 1] ?? 0;
        if (end > start && last >= period.firstDay && last <= Math.min(period.lastDay, latest)) count += 1;
      }
      return { ...periodRow(settledAfter(period, DEFAULT_GAP_DAYS + 1, facts.lastDay), word('inactive')), count };
    });
    return { kind: 'counts', draw: 'series', of: 'people', rows };
  },
};
