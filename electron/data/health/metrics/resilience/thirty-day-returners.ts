import { sightsBetween } from '../../engine/active-people.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow } from '../period-series.ts';
import type { RawCounts } from '../raw-result.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 0;
const SPAN_DAYS = 60;
const APART_DAYS = 30;

/** Z12. People seen more than once in the 60 days up to a period's end, with more than 30 days between first and last sight. */
export const thirtyDayReturners: MetricModule = {
  id: 'Z12',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['activity-days'],
  chart: null,
  source: 'Synapse, usage statistics r30v2',
  place: 'any',
  team: 'in-period',
  spanDays: SPAN_DAYS,
  ...stepwise(function* (facts, { periods }) {
    const weeks = facts.weeks(LEVEL);
    if (weeks.isEmpty()) return missing('activity-days');
    // A span that begins before the data would count too few.
    const known = periods.filter((period) => lastDayIn(period, facts.lastDay) - SPAN_DAYS + 1 >= facts.firstDay);
    const rows: RawCounts['rows'][number][] = [];
    for (const period of known) {
      yield;
      const to = lastDayIn(period, facts.lastDay);
      const { first, last } = sightsBetween(weeks, facts.people.count, to - SPAN_DAYS + 1, to);
      let count = 0;
      for (let person = 0; person < first.length; person += 1) {
        if ((last[person] ?? 0) - (first[person] ?? 0) > APART_DAYS) count += 1;
      }
      rows.push({ ...periodRow(period, word('returners')), count });
    }
    return { kind: 'counts', draw: 'series', of: 'people', rows };
  }),
};
