import { countActive } from '../../engine/active-people.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');
const LEVEL = 1;

/** M1. Reports opened in a period, per 100 members who reacted or more in it. */
export const reportsPerActive: MetricModule = {
  id: 'M1',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['reports', 'activity-days'],
  chart: 19,
  source: 'Transparency reports of Mastodon servers; Garwood 1936',
  place: 'any',
  knownZero: 'reports',
  pools: true,
  compute: (facts, { periods }) => {
    const { reports } = facts.moderation;
    if (reports.length === 0) return missing('reports');
    const weeks = facts.weeks(LEVEL);
    if (weeks.isEmpty()) return missing('activity-days');
    const rows = periods.map((period) => {
      const within = instantsOf(facts, period);
      return {
        ...periodRow(period, word('reports')),
        events: reports.filter(({ openedAt }) => within(openedAt)).length,
        exposure: countActive(weeks, facts.people.count, period.firstDay, lastDayIn(period, facts.lastDay)),
      };
    });
    return { kind: 'rates', draw: 'series', rows };
  },
};
