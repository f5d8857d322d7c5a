import type { HealthFacts } from '../../facts/health-facts.ts';
import { medianOfCounts } from '../formulas.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { wordsOf } from '../words-of.ts';
import { countsByDay, quantileOfCounts } from './quantile-of-counts.ts';

const word = wordsOf('moderation');
/** Ages beyond two years stand together: they say the same. */
const LONGEST_DAYS = 730;

/** Age in days, from the end of the bin before up to, but not including, this one's. */
const BINS = [
  { id: 'upToOneDay', below: 1 },
  { id: 'oneToThreeDays', below: 3 },
  { id: 'threeToSevenDays', below: 7 },
  { id: 'sevenToThirtyDays', below: 30 },
  { id: 'overThirtyDays', below: Number.POSITIVE_INFINITY },
] as const;

/** M3. Open reports by age at the end of the data. */
export const backlogAge: MetricModule = {
  id: 'M3',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 2,
  level: null,
  needs: ['reports'],
  chart: 21,
  source: 'CHAOSS, Issue Age',
  place: 'team',
  team: 'things',
  compute: (facts) => {
    if (facts.moderation.reports.length === 0) return missing('reports');
    const ages = openAges(facts);
    const counts = BINS.map(() => 0);
    for (const age of ages) {
      const bin = BINS.findIndex(({ below }) => age < below);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return {
      kind: 'counts',
      draw: 'bars',
      of: 'things',
      rows: [
        { id: 'all', label: word('allOpen'), count: ages.length },
        ...BINS.map(({ id }, bin) => ({ id, label: word(id), count: counts[bin] ?? 0 })),
      ],
    };
  },
};

/** Median and 90th percentile of the age of open reports, in whole days. */
export const backlogAgeNumbers: MetricModule = {
  ...backlogAge,
  id: 'M3_age',
  knownZero: 'openReports',
  isCore: false,
  chart: null,
  compute: (facts) => {
    if (facts.moderation.reports.length === 0) return missing('reports');
    const ages = openAges(facts).map(Math.floor);
    const row = {
      unit: 'days' as const,
      people: ages.length,
      counts: countsByDay(ages, LONGEST_DAYS),
      decimals: 1,
      fewest: 1,
    };
    return {
      kind: 'numbers',
      draw: 'numbers',
      rows: [
        { id: 'median', label: word('medianAge'), ...row, formula: medianOfCounts },
        { id: 'ninetieth', label: word('ninetiethAge'), ...row, formula: quantileOfCounts(0.9) },
      ],
    };
  },
};

/** Ages in days of the reports open at the end of the data. */
function openAges({ moderation, cutOff }: HealthFacts): number[] {
  return moderation.reports
    .filter(({ openedAt, closedAt }) => openedAt <= cutOff && (closedAt === null || closedAt > cutOff))
    .map(({ openedAt }) => (cutOff - openedAt) / MS_PER_DAY);
}
