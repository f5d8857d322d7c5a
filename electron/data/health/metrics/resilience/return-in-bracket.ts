import { activeInOwnSpan, NO_DAY } from '../../engine/active-people.ts';
import { knowsNewcomers, newcomerDays } from '../join-days.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import type { RawShares } from '../raw-result.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');

/** Days after the day of joining, both ends included. Fixed, so that nobody chooses them after looking. */
const BRACKETS = [
  { id: 'days1to7', from: 1, to: 7 },
  { id: 'days8to30', from: 8, to: 30 },
  { id: 'days31to90', from: 31, to: 90 },
] as const;
const LEVEL = 2;

/** Z6. Newcomers of the periods under view who were active in a bracket of days, of those for whom it is over. */
export const returnInBracket: MetricModule = {
  id: 'Z6',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['activity-days', 'messages'],
  countsPeopleAlone: true,
  chart: null,
  source: 'Amplitude, custom brackets; PostHog, retention',
  place: 'any',
  team: 'by-joining',
  ...stepwise(function* (facts, { periods }) {
    if (!knowsNewcomers(facts)) return missing('messages');
    const joined = newcomerDays(facts);
    const weeks = facts.weeks(LEVEL);
    const from = periods[0]?.firstDay ?? facts.firstDay;
    const rows: RawShares['rows'][number][] = [];
    for (const bracket of BRACKETS) {
      yield;
      const isFollowed = (day: number) => day >= from && day + bracket.to <= facts.lastDay;
      const start = joined.map((day) => (isFollowed(day) ? day + bracket.from : NO_DAY));
      const end = joined.map((day) => (isFollowed(day) ? day + bracket.to : NO_DAY));
      const part = activeInOwnSpan(weeks, start, end).reduce((sum, isActive) => sum + isActive, 0);
      const whole = start.reduce((sum, day) => (day === NO_DAY ? sum : sum + 1), 0);
      rows.push({ id: bracket.id, label: word(bracket.id), part, whole });
    }
    return { kind: 'shares', draw: 'bars', of: 'people', rows };
  }),
};
