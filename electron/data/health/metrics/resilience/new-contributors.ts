import { byWeek } from '../by-week.ts';
import { countDays, knowsNewcomers, newcomerDays } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');

/** Z2. Newcomers: people whose first message ever falls into the period. Old members who return are not new. */
export const newContributors: MetricModule = {
  id: 'Z2',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['messages'],
  countsPeopleAlone: true,
  chart: null,
  source: 'Discourse, report new_contributors; CHAOSS, New Contributors',
  place: 'any',
  team: 'by-joining',
  pools: true,
  compute: (facts, { periods }) => {
    if (!knowsNewcomers(facts)) return missing('messages');
    const days = newcomerDays(facts);
    return {
      kind: 'counts',
      draw: 'series',
      of: 'people',
      rows: periods.map((period) => ({
        ...periodRow(period, word('newcomers')),
        count: countDays(days, period.firstDay, period.lastDay),
      })),
    };
  },
};

/** Z2 by week. */
export const newContributorsByWeek = byWeek(newContributors);
