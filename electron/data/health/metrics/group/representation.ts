import type { HealthFacts } from '../../facts/health-facts.ts';
import { accountEnds } from '../../facts/people-table.ts';
import type { GroupMetricModule, PersonStatus } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { benchmarksOf, referencesOf } from './benchmarks-of.ts';
import { crossRows } from './group-rows.ts';

/**
 * Z17. Share of each group among living members who answered, beside its share in every named population: the difference and
 * the ratio are made of rounded counts, by disclosure.
 */
export const representation: GroupMetricModule = {
  id: 'Z17',
  dashboard: 'outreach',
  isCore: true,
  definitionVersion: 3,
  level: null,
  needs: ['identity-answers', 'benchmarks'],
  chart: 10,
  source: 'CDC, guide to measures of disparity; Wilson 1927',
  place: 'any',
  team: 'groups',
  measure: 'representation',
  held: 'from-the-start',
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
      ...benchmarksOf(groups),
      rows: crossRows(facts, groups, window, crossing).map(({ id, code, label, facet, members, others }) => ({
        id,
        label,
        ...(facet === undefined ? {} : { facet }),
        ...referencesOf(groups, code),
        part: living(members),
        whole: living(members) + living(others),
      })),
    };
  },
};

function statusOf({ people }: HealthFacts): PersonStatus {
  return (person) => (people.endedHow[person] === accountEnds.lives ? 0 : -1);
}
