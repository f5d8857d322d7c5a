import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { cohortTable, intervalLabel, returnGrid } from './return-grid.ts';

/** Z4. Members of a cohort who were active in the k-th period after they joined, of those for whom it is over. */
export const returnOn: MetricModule = {
  id: 'Z4',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['activity-days'],
  chart: 4,
  source: 'Amplitude, "Return On"; Mixpanel, retention "On"',
  place: 'any',
  team: 'by-joining',
  compute: (facts, window) => returnGrid(facts, window, 'on'),
};

/** The average row of Z4 as a curve: weighted by people, complete cells only (B.1, rule 5). */
export const returnOnAverage: MetricModule = {
  ...returnOn,
  id: 'Z4_average',
  isCore: false,
  chart: 5,
  compute: (facts, window) => {
    const table = cohortTable(facts, window, 'on');
    if (!table) return missing('activity-days');
    return {
      kind: 'shares',
      draw: 'series',
      of: 'people',
      rows: table.average.map(({ interval, returned, reached }) => ({
        id: `after/${interval}`,
        label: intervalLabel(table.unit, interval),
        part: returned,
        whole: reached,
      })),
    };
  },
};

/** Z5. As Z4, with any activity in the period or later. Provisional: it rises later. */
export const returnOnOrAfter: MetricModule = {
  ...returnOn,
  id: 'Z5',
  isCore: false,
  source: 'Mastodon, admin retention; Mixpanel, retention "On or after"',
  compute: (facts, window) => returnGrid(facts, window, 'on-or-after'),
};
