import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';
import { groupRows, refuseCrossing } from './group-rows.ts';
import { referenceOf } from './representation.ts';

/** Z22. As Z17, for those who are moderators, hosts, mentors or on the board at the end of the current period. */
export const leadership: GroupMetricModule = {
  id: 'Z22',
  dashboard: 'outreach',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['identity-answers', 'roles', 'benchmarks'],
  chart: 10,
  source: 'CHAOSS, Board and Council Diversity',
  place: 'any',
  measure: 'leadership',
  crossings: [],
  computeByGroup: (facts, groups, { current }, crossing = 'none') => {
    refuseCrossing(crossing);
    if (groups.answered.length === 0) return missing('identity-answers');
    const day = lastDayIn(current, facts.lastDay);
    const leads = new Set(
      facts.outreach.roles
        .filter(({ startDay, endDay }) => startDay <= day && (endDay === null || endDay >= day))
        .map(({ person }) => person),
    );
    if (leads.size === 0) return missing('roles');
    const leaders = (people: Int32Array) => people.filter((person) => leads.has(person)).length;
    return {
      kind: 'shares',
      draw: 'dots',
      of: 'people',
      rows: groupRows(groups).map(({ id, code, label, members, others }) => ({
        id,
        label,
        ...referenceOf(groups, code),
        part: leaders(members),
        whole: leaders(members) + leaders(others),
      })),
    };
  },
};
