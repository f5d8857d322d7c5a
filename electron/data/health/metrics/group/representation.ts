import type { HealthFacts } from '../../facts/health-facts.ts';
import { accountEnds } from '../../facts/people-table.ts';
import type { GroupFacts } from '../group-facts.ts';
import type { GroupMetricModule, PersonStatus } from '../group-metric.ts';
import { missing } from '../missing.ts';
import type { RawShares } from '../raw-result.ts';
import { crossRows } from './group-rows.ts';

/**
 * Z17. Share of each group among living members who answered, beside its share in a named benchmark. Shares and not a finished
 * ratio: both are said together, from rounded counts.
 */
export const representation: GroupMetricModule = {
  id: 'Z17',
  dashboard: 'outreach',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['identity-answers', 'benchmarks'],
  chart: 10,
  source: 'CDC, guide to measures of disparity; Wilson 1927',
  place: 'any',
  measure: 'representation',
  crossings: ['quarter', 'route'],
  statusOf,
  computeByGroup: (facts, groups, window, crossing = 'none') => {
    if (groups.answered.length === 0) return missing('identity-answers');
    const isLiving = statusOf(facts);
    const living = (positions: Int32Array) => positions.filter((person) => isLiving(person) >= 0).length;
    return {
      kind: 'shares',
      draw: 'dots',
      of: 'people',
      rows: crossRows(facts, groups, window, crossing).map(({ id, code, label, facet, members, others }) => ({
        id,
        label,
        ...(facet === undefined ? {} : { facet }),
        ...referenceOf(groups, code),
        part: living(members),
        whole: living(members) + living(others),
      })),
    };
  },
};

function statusOf({ people }: HealthFacts): PersonStatus {
  return (person) => (people.endedHow[person] === accountEnds.lives ? 0 : -1);
}

/** Benchmark share of a group; the first benchmark of an answer is the one compared with. */
export function referenceOf({ benchmarks }: GroupFacts, code: string): Pick<RawShares['rows'][number], 'reference'> {
  const benchmark = benchmarks.find(({ answer }) => answer === code);
  return benchmark ? { reference: benchmark.share } : {};
}
