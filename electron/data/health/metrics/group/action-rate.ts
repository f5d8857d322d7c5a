import { firstDayOf, periodOf } from '../../calendar/periods.ts';
import { activeBetween } from '../../engine/active-people.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { decisionsIn } from '../moderation/decisions-in.ts';
import type { MetricWindow, Period } from '../window.ts';
import { groupRows, refuseCrossing } from './group-rows.ts';

const LEVEL = 1;

/**
 * M7. Sanctions per 100 person-months in each group, against the same in all others, in the newest quarter that has ended:
 * decisions about the running one are still to come. A person-month is a calendar month in which a member reacted or more.
 * For the team alone.
 */
export const actionRate: GroupMetricModule = {
  id: 'M7',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 3,
  level: LEVEL,
  needs: ['identity-answers', 'decisions', 'activity-days'],
  chart: 24,
  source: 'Clopper and Pearson 1934, for a ratio given its total; CHAOSS, Time to Close',
  place: 'team',
  team: 'groups',
  measure: 'actions',
  held: 'never',
  crossings: [],
  statusOf: (facts, window) => {
    const quarter = endedIn(window);
    if (!quarter) return () => -1;
    const sanctions = sanctionsPerPerson(facts, quarter);
    const months = monthsPerPerson(facts, quarter);
    return (person) => {
      if ((sanctions[person] ?? 0) > 0) return 1;
      return (months[person] ?? 0) > 0 ? 0 : -1;
    };
  },
  computeByGroup: (facts, groups, window, crossing = 'none') => {
    refuseCrossing(crossing);
    if (groups.answered.length === 0) return missing('identity-answers');
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const quarter = endedIn(window);
    if (!quarter) return missing('history');
    const sanctions = sanctionsPerPerson(facts, quarter);
    const months = monthsPerPerson(facts, quarter);
    const rateOf = (people: Int32Array) => ({
      events: sumOver(people, sanctions),
      exposure: sumOver(people, months),
      perPerson: Array.from(people, (person) => sanctions[person] ?? 0).filter((events) => events > 0),
    });
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

/** The newest period that has ended; undefined where none has. */
function endedIn({ periods }: MetricWindow): Period | undefined {
  return periods.findLast(({ complete }) => complete);
}

function sanctionsPerPerson(facts: HealthFacts, period: Period): Int32Array {
  const counts = new Int32Array(facts.people.count);
  for (const { isSanction, about } of decisionsIn(facts, period.firstDay, period.lastDay)) {
    if (isSanction && about >= 0) counts[about] = (counts[about] ?? 0) + 1;
  }
  return counts;
}

function monthsPerPerson(facts: HealthFacts, period: Period): Int32Array {
  const weeks = facts.weeks(LEVEL);
  const counts = new Int32Array(facts.people.count);
  for (let month = periodOf('month', period.firstDay); month <= periodOf('month', period.lastDay); month += 1) {
    const from = firstDayOf('month', month);
    const to = firstDayOf('month', month + 1) - 1;
    const active = activeBetween(weeks, counts.length, from, to);
    for (let person = 0; person < counts.length; person += 1) {
      counts[person] = (counts[person] ?? 0) + (active[person] ?? 0);
    }
  }
  return counts;
}

function sumOver(people: Int32Array, counts: Int32Array): number {
  let sum = 0;
  for (const person of people) sum += counts[person] ?? 0;
  return sum;
}
