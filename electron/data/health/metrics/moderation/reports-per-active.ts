import { countActive } from '../../engine/active-people.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow, quartersOf } from '../period-series.ts';
import type { Period } from '../window.ts';
import { wordsOf } from '../words-of.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');
const LEVEL = 1;
/** Months with fewer reports are told by quarter, all of them: steps of two lengths would make no line (chart 19). */
const FEWEST_REPORTS = 10;

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
  team: 'in-period',
  knownZero: 'reports',
  pools: true,
  compute: (facts, window) => {
    const { reports } = facts.moderation;
    if (reports.length === 0) return missing('reports');
    const weeks = facts.weeks(LEVEL);
    if (weeks.isEmpty()) return missing('activity-days');
    const reportsIn = (period: Period) => {
      const within = instantsOf(facts, period);
      return reports.filter(({ openedAt }) => within(openedAt)).length;
    };
    const rowOf = (period: Period) => ({
      ...periodRow(period, word('reports')),
      events: reportsIn(period),
      exposure: countActive(weeks, facts.people.count, period.firstDay, lastDayIn(period, facts.lastDay)),
    });
    const isPooled =
      window.unit === 'month' && window.periods.some((period) => period.complete && reportsIn(period) < FEWEST_REPORTS);
    if (!isPooled) return { kind: 'rates', draw: 'series', rows: window.periods.map(rowOf) };
    const rows = quartersOf(window, facts.lastDay).map(rowOf);
    return { kind: 'rates', draw: 'series', isPooled, rows };
  },
};
