import type { HealthFacts } from '../../facts/health-facts.ts';
import { accountEndOf } from '../account-end-of.ts';
import { isSpam, withoutCohort } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { DEFAULT_GAP_DAYS, stayCurve } from '../stay-curve.ts';
import type { AccountEnd } from '../stay-follow-up.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 2;

/** Z8. Share of people who have had no gap of more than 90 days, by days since their first message. */
export const stayCurveChart: MetricModule = {
  id: 'Z8',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 1,
  level: LEVEL,
  needs: ['activity-days', 'account-ends'],
  chart: 6,
  source: 'Kaplan and Meier 1958; Greenwood 1926; Aalen and Johansen 1978',
  place: 'any',
  compute: (facts) => {
    const active = facts.days(LEVEL);
    if (active.days.length === 0) return missing('activity-days');
    const curve = stayCurve(active, {
      lastDay: facts.lastDay,
      gap: DEFAULT_GAP_DAYS,
      ends: endsOf(facts),
      joinedEarlier: joinedEarlierOf(facts),
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

function endsOf(facts: HealthFacts): Map<number, AccountEnd> {
  const ends = new Map<number, AccountEnd>();
  for (let person = 0; person < facts.people.count; person += 1) {
    const end = accountEndOf(facts.people, person);
    if (end) ends.set(person, end);
  }
  return ends;
}

/** Who enters late and when they joined; a day nobody knows leaves a person out, and so spam is left out too. */
function joinedEarlierOf(facts: HealthFacts): Map<number, number | undefined> {
  const { people, calendar } = facts;
  return new Map(
    [...withoutCohort(facts)].map((person) => {
      const at = people.joinedAt[person] ?? Number.NaN;
      return [person, isSpam(facts, person) || Number.isNaN(at) ? undefined : calendar.dayOf(at)];
    }),
  );
}
