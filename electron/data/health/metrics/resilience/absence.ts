import type { Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { knowsReplies } from '../connection/reply-finder.ts';
import { requestWaits } from '../connection/requests.ts';
import { absenceFactorOf } from '../formulas.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';
import type { RawMissing, RawNumbers } from '../raw-result.ts';
import type { MetricWindow } from '../window.ts';
import { wordsOf } from '../words-of.ts';
import { supportReplies } from './support-replies.ts';

const word = wordsOf('resilience');
const SPAN_DAYS = 90;
/** Said from this many answerers on: the factor is a care risk, and among fewer it would point at somebody. */
const FEWEST_TO_SAY = 8;
/** Drawn from this many answerers on (chart 13). */
const FEWEST_TO_DRAW = 20;
const TENTHS = 10;

/** Z15. Smallest number of people who together wrote at least half of the replies to support requests; 90 days. */
export const absence: MetricModule = {
  id: 'Z15',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 2,
  level: 3,
  needs: ['requests', 'reply-links'],
  chart: 13,
  source: 'CHAOSS, Contributor Absence Factor',
  place: 'team',
  team: 'helpers',
  ...stepwise(function* (facts, window) {
    const lack = yield* lackOfReplies(facts);
    if (lack) return lack;
    return factorOf(yield* repliesPerPerson(facts, window));
  }),
};

/**
 * Share of all replies that the busiest tenths of the answerers wrote. Of fewer than 20 nothing is drawn: how many wrote half
 * is said in its place.
 */
export const absenceShares: MetricModule = {
  ...absence,
  id: 'Z15_shares',
  isCore: false,
  definitionVersion: 2,
  source: 'Lorenz 1905',
  ...stepwise(function* (facts, window) {
    const lack = yield* lackOfReplies(facts);
    if (lack) return lack;
    const counts = yield* repliesPerPerson(facts, window);
    if (counts.length < FEWEST_TO_DRAW) return factorOf(counts);
    const whole = sumOf(counts);
    return {
      kind: 'shares',
      draw: 'series',
      of: 'things',
      rows: Array.from({ length: TENTHS }, (_, at) => {
        const busiest = Math.round((counts.length * (at + 1)) / TENTHS);
        const label = word('busiest', { share: (at + 1) / TENTHS });
        return { id: `busiest/${at + 1}`, label, part: sumOf(counts.slice(0, busiest)), whole };
      }),
    };
  }),
};

/** How many of the answerers wrote half of the replies. */
function factorOf(counts: readonly number[]): RawNumbers {
  return {
    kind: 'numbers',
    draw: 'numbers',
    rows: [
      {
        id: 'all',
        label: word('absenceFactor'),
        unit: 'count',
        people: counts.length,
        counts,
        formula: absenceFactorOf,
        decimals: 0,
        fewest: FEWEST_TO_SAY,
      },
    ],
  };
}

function* lackOfReplies(facts: HealthFacts): Steps<RawMissing | undefined> {
  if ((yield* requestWaits(facts)).count === 0) return missing('requests');
  return knowsReplies(facts.messages) ? undefined : missing('reply-links');
}

/** Replies per answerer in the 90 days up to the end of the current period, most first. Who wrote them is left behind. */
function* repliesPerPerson(facts: HealthFacts, { current }: MetricWindow): Steps<number[]> {
  const end = lastDayIn(current, facts.lastDay) + 1;
  const { startOf } = facts.calendar;
  const replies = yield* supportReplies(facts, startOf(end - SPAN_DAYS), startOf(end));
  return Array.from(replies.filter((count) => count > 0)).sort((a, b) => b - a);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
