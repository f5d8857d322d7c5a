import { stayCurveOf } from '../../engine/stay-sweep.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { PeopleWeeks } from '../../facts/people-weeks.ts';
import { accountEndOf } from '../account-end-of.ts';
import { withoutCohort } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { DEFAULT_GAP_DAYS } from '../stay-curve.ts';
import type { AccountEnd } from '../stay-follow-up.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 2;

/** Z8. Share of people who have had no gap of more than 90 days, by days since their first message. */
export const stayCurveChart: MetricModule = {
  id: 'Z8',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['activity-days', 'account-ends'],
  chart: 6,
  source: 'Kaplan and Meier 1958; Greenwood 1926; Aalen and Johansen 1978',
  place: 'any',
  team: 'by-joining',
  compute: (facts) => {
    const weeks = facts.weeks(LEVEL);
    if (weeks.isEmpty()) return missing('activity-days');
    const curve = stayCurveOf(weeks.active, {
      lastDay: facts.lastDay,
      gap: DEFAULT_GAP_DAYS,
      within: weeks.within,
      ends: byNumber(weeks, endsOf(facts)),
      joinedEarlier: byNumber(weeks, joinedEarlierOf(facts)),
      dataStart: facts.firstDay,
    });
    return {
      kind: 'curves',
      time: 'days',
      reads: 'falling',
      marks: [90, 30, 365],
      series: [{ id: 'all', label: word('everybody'), table: curve.rows, followed: curve.followed }],
    };
  },
};

/** The same by member number, as the engine tells people. */
function byNumber<Value>(weeks: PeopleWeeks, byPosition: ReadonlyMap<number, Value>): Map<number, Value> {
  return new Map(Array.from(byPosition, ([person, value]) => [weeks.numberOf(person), value]));
}

function endsOf(facts: HealthFacts): Map<number, AccountEnd> {
  const ends = new Map<number, AccountEnd>();
  for (let person = 0; person < facts.people.count; person += 1) {
    const end = accountEndOf(facts.people, person);
    if (end) ends.set(person, end);
  }
  return ends;
}

/** Who enters late and when they joined; a day nobody knows leaves a person out. */
function joinedEarlierOf(facts: HealthFacts): Map<number, number | undefined> {
  const { people, calendar } = facts;
  return new Map(
    [...withoutCohort(facts)].map((person) => {
      const at = people.joinedAt[person] ?? Number.NaN;
      return [person, Number.isNaN(at) ? undefined : calendar.dayOf(at)];
    }),
  );
}
