import { firstDayOf, periodOf } from '../../calendar/periods.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { activeIn } from '../active-in.ts';
import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { decisionsIn } from '../moderation/decisions-in.ts';
import { lastDayIn } from '../period-series.ts';
import type { Period } from '../window.ts';
import { groupRows, refuseCrossing } from './group-rows.ts';

const LEVEL = 1;

/**
 * M7. Sanctions per 100 person-months in each group, against the same in all others, in the current period. A person-month
 * is a calendar month in which a member reacted or more. For the team alone.
 */
export const actionRate: GroupMetricModule = {
  id: 'M7',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 1,
  level: LEVEL,
  needs: ['identity-answers', 'decisions', 'activity-days'],
  chart: 24,
  source: 'Clopper and Pearson 1934, for a ratio given its total; CHAOSS, Time to Close',
  place: 'team',
  measure: 'actions',
  crossings: [],
  statusOf: (facts, { current }) => {
    const sanctions = sanctionsPerPerson(facts, current);
    const months = monthsPerPerson(facts, current);
    return (person) => {
      if ((sanctions[person] ?? 0) > 0) return 1;
      return (months[person] ?? 0) > 0 ? 0 : -1;
    };
  },
  computeByGroup: (facts, groups, { current }, crossing = 'none') => {
    refuseCrossing(crossing);
    if (groups.answered.length === 0) return missing('identity-answers');
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const sanctions = sanctionsPerPerson(facts, current);
    const months = monthsPerPerson(facts, current);
    const rateOf = (people: Int32Array) => ({ events: sumOver(people, sanctions), exposure: sumOver(people, months) });
    return {
      kind: 'rates',
      draw: 'dots',
      rows: groupRows(groups).map(({ id, label, members, others }) => ({
        id,
        label,
        ...rateOf(members),
        rest: rateOf(others),
      })),
    };
  },
};

function sanctionsPerPerson(facts: HealthFacts, period: Period): Int32Array {
  const counts = new Int32Array(facts.people.count);
  for (const { isSanction, about } of decisionsIn(facts, period.firstDay, period.lastDay)) {
    if (isSanction && about >= 0) counts[about] = (counts[about] ?? 0) + 1;
  }
  return counts;
}

function monthsPerPerson(facts: HealthFacts, period: Period): Int32Array {
  const active = facts.days(LEVEL);
  const counts = new Int32Array(facts.people.count);
  const last = lastDayIn(period, facts.lastDay);
  for (let month = periodOf('month', period.firstDay); month <= periodOf('month', last); month += 1) {
    const from = firstDayOf('month', month);
    const to = Math.min(firstDayOf('month', month + 1) - 1, last);
    for (let person = 0; person < active.people; person += 1) {
      if (activeIn(active, person, from, to)) counts[person] = (counts[person] ?? 0) + 1;
    }
  }
  return counts;
}

function sumOver(people: Int32Array, counts: Int32Array): number {
  let sum = 0;
  for (const person of people) sum += counts[person] ?? 0;
  return sum;
}
