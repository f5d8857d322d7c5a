import type { HealthFacts } from '../../facts/health-facts.ts';
import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';
import type { Period } from '../window.ts';
import { benchmarksOf, referencesOf } from './benchmarks-of.ts';
import { groupRows, refuseCrossing } from './group-rows.ts';

/** Z22. As Z17, for those who are moderators, hosts, mentors or on the board at the end of the current period. */
export const leadership: GroupMetricModule = {
  id: 'Z22',
  dashboard: 'outreach',
  isCore: false,
  definitionVersion: 3,
  level: null,
  needs: ['identity-answers', 'roles', 'benchmarks'],
  chart: 10,
  source: 'CHAOSS, Board and Council Diversity',
  place: 'any',
  team: 'helpers',
  measure: 'leadership',
  held: 'from-the-start',
  crossings: [],
  statusOf: (facts, { current }) => {
    const leads = leadersOf(facts, current);
    return (person) => (leads.has(person) ? 0 : -1);
  },
  computeByGroup: (facts, groups, { current }, crossing = 'none') => {
    refuseCrossing(crossing);
    if (groups.answered.length === 0) return missing('identity-answers');
    const leads = leadersOf(facts, current);
    if (leads.size === 0) return missing('roles');
    const leaders = (people: Int32Array) => people.filter((person) => leads.has(person)).length;
    return {
      kind: 'shares',
      draw: 'dots',
      of: 'people',
      ...benchmarksOf(groups),
      rows: groupRows(groups).map(({ id, code, label, members, others }) => ({
        id,
        label,
        ...referencesOf(groups, code),
        part: leaders(members),
        whole: leaders(members) + leaders(others),
      })),
    };
  },
};

function leadersOf({ outreach, lastDay }: HealthFacts, current: Period): ReadonlySet<number> {
  const day = lastDayIn(current, lastDay);
  return new Set(
    outreach.roles
      .filter(({ startDay, endDay }) => startDay <= day && (endDay === null || endDay >= day))
      .map(({ person }) => person),
  );
}
