import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import type { RawEstimate } from '../raw-result.ts';
import { wordsOf } from '../words-of.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');
/** Of fewer reports one more or less would move the ratio by a tenth and more. */
const FEWEST_REPORTS = 10;

/** M4. Reports resolved in a period, whenever they were made, for each report opened in it. Not a share: it may pass 1. */
export const resolutionRatio: MetricModule = {
  id: 'M4',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 2,
  level: null,
  needs: ['reports'],
  chart: null,
  source: 'Mastodon, measures opened_reports and resolved_reports',
  place: 'any',
  team: 'things',
  knownZero: 'reports',
  pools: true,
  compute: (facts, { periods }) => {
    const { reports } = facts.moderation;
    if (reports.length === 0) return missing('reports');
    const rows = periods.map((period) => {
      const within = instantsOf(facts, period);
      const resolved = reports.filter(({ closedAt }) => within(closedAt)).length;
      const opened = reports.filter(({ openedAt }) => within(openedAt)).length;
      return {
        ...periodRow(period, word('resolvedPerOpened')),
        unit: 'ratio' as const,
        people: opened,
        counts: [resolved, opened],
        formula: ratioOf,
        decimals: 2,
        fewest: FEWEST_REPORTS,
      };
    });
    return { kind: 'numbers', draw: 'series', rows };
  },
};

function ratioOf([resolved = 0, opened = 0]: readonly number[]): RawEstimate | undefined {
  return opened > 0 ? { value: resolved / opened } : undefined;
}
