import type { HealthFacts } from '../../facts/health-facts.ts';
import type { GroupMetricModule, PersonStatus } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { stayedAtNinety, stayStatus, stayTableOf } from '../stayed-at-ninety.ts';
import type { MetricWindow } from '../window.ts';
import { gapsOf } from './gaps-of.ts';
import { crossRows } from './group-rows.ts';

/**
 * Z18. Share still there after 90 days, of a year of newcomers followed to the end: each group against all others. Not
 * crossed, the same people are compared as curves too; crossed they are not, because the fewer tables there are of the same
 * people, the less can be put together.
 */
export const retentionGap: GroupMetricModule = {
  id: 'Z18',
  dashboard: 'outreach',
  isCore: true,
  definitionVersion: 3,
  level: 2,
  needs: ['identity-answers', 'activity-days'],
  chart: 7,
  source: 'Newcombe 1998; Koopman 1984; CDC, guide to measures of disparity',
  place: 'any',
  team: 'groups',
  measure: 'stay',
  held: 'once-counted',
  crossings: ['quarter', 'route'],
  statusOf,
  computeByGroup: (facts, groups, window, crossing = 'none') => {
    if (groups.answered.length === 0) return missing('identity-answers');
    const stays = stayedAtNinety(facts, window);
    const rows = crossRows(facts, groups, window, crossing);
    const status = (person: number) => stayStatus(stays, person);
    return crossing === 'none' ? gapsOf(rows, status, (people) => stayTableOf(stays, people)) : gapsOf(rows, status);
  },
};

function statusOf(facts: HealthFacts, window: MetricWindow): PersonStatus {
  const stays = stayedAtNinety(facts, window);
  return (person) => stayStatus(stays, person);
}
