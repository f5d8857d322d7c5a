import { findings } from '../../../../../shared/domain/decision.ts';
import { reportCategories } from '../../../../../shared/domain/report.ts';
import type { DecisionFact } from '../../facts/moderation-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import type { RawParts } from '../raw-result.ts';
import { wordsOf } from '../words-of.ts';
import { decisionsIn } from './decisions-in.ts';

const word = wordsOf('moderation');

const parts: RawParts['parts'] = findings.map((finding) => ({
  id: finding,
  label: { key: `case:finding.${finding}`, params: {} },
}));

/** M5. Decisions of a period by what was found. */
export const outcomeMix: MetricModule = {
  id: 'M5',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['decisions'],
  chart: 22,
  source: 'Discourse, report flags_status',
  place: 'any',
  team: 'things',
  knownZero: 'decisions',
  pools: true,
  isSensitive: 'exported',
  compute: (facts, { periods }) => {
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const rows = periods.map((period) => ({
      ...periodRow(period, word('decisions')),
      counts: countsOf(decisionsIn(facts, period.firstDay, period.lastDay)),
    }));
    return { kind: 'parts', unit: 'percent', of: 'things', parts, rows };
  },
};

/** The same for each category of report in the current period. Stays with the team: it could be set off against M5. */
export const outcomeMixByCategory: MetricModule = {
  ...outcomeMix,
  id: 'M5_category',
  place: 'team',
  compute: (facts, { current }) => {
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const decisions = decisionsIn(facts, current.firstDay, current.lastDay);
    const rows = reportCategories.map((category) => ({
      id: category,
      label: { key: `case:category.${category}`, params: {} },
      counts: countsOf(decisions.filter((decision) => decision.category === category)),
    }));
    return { kind: 'parts', unit: 'percent', of: 'things', parts, rows };
  },
};

function countsOf(decisions: readonly DecisionFact[]): number[] {
  return findings.map((finding) => decisions.filter((decision) => decision.finding === finding).length);
}
