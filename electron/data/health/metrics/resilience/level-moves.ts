import { activityLevels } from '../../../../../shared/domain/activity.ts';
import type { Steps } from '../../../../../shared/domain/steps.ts';
import { firstDayOf, periodOf } from '../../calendar/periods.ts';
import { activeBetween } from '../../engine/active-people.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow, quartersOf } from '../period-series.ts';
import type { Period } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const NOT_SEEN = -1;
const PARTS = ['up', 'held', 'down'] as const;

/**
 * Z14. People on the ladder in the quarter before, by whether they reached a higher step in this one, held theirs, or fell
 * below it (down drawn below zero; not seen at all is down). Up counts at once, down only when the quarter is over.
 */
export const levelMoves: MetricModule = {
  id: 'Z14',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: 0,
  needs: ['activity-days'],
  chart: null,
  source: 'Orbit model, levels; Discourse, report trust_level_pipeline',
  place: 'any',
  team: 'by-joining',
  ...stepwise(function* (facts, window) {
    if (facts.weeks(0).isEmpty()) return missing('activity-days');
    const quarters = quartersWithOneBefore(facts, quartersOf(window, facts.lastDay));
    // Each quarter is looked through once: the steps it ends with are those that the next one starts from.
    const steps: Int8Array[] = [];
    for (const quarter of quarters) steps.push(yield* stepsIn(quarter, facts));
    const before = quarters[0] ? yield* stepsBefore(quarters[0], facts) : none;
    return {
      kind: 'parts',
      unit: 'count',
      of: 'people',
      parts: PARTS.map((part) => ({ id: part, label: word(part), side: part === 'down' ? 'below' : 'above' })),
      rows: quarters.map((quarter, at) => {
        const moves = countMoves(steps[at - 1] ?? before, steps[at] ?? none, quarter);
        return { ...periodRow(quarter, word('moves')), counts: PARTS.map((part) => moves[part]) };
      }),
    };
  }),
};

/** Z14 as a table: step in the quarter before by step in the newest complete quarter. */
export const levelFlow: MetricModule = {
  ...levelMoves,
  id: 'Z14_flow',
  chart: 12,
  ...stepwise(function* (facts, window) {
    const quarter = quartersWithOneBefore(facts, quartersOf(window, facts.lastDay)).findLast(
      ({ complete }) => complete,
    );
    if (!quarter) return missing('activity-days');
    const before = yield* stepsBefore(quarter, facts);
    const now = yield* stepsIn(quarter, facts);
    const cells = activityLevels.map(() => [NOT_SEEN, ...activityLevels].map(() => 0));
    for (let person = 0; person < before.length; person += 1) {
      const row = cells[before[person] ?? NOT_SEEN];
      if (row) row[(now[person] ?? NOT_SEEN) + 1] = (row[(now[person] ?? NOT_SEEN) + 1] ?? 0) + 1;
    }
    return {
      kind: 'grid',
      unit: 'count',
      of: 'people',
      rows: activityLevels.map((level) => word(`before${level}`)),
      columns: [word('nowNotSeen'), ...activityLevels.map((level) => word(`now${level}`))],
      cells: cells.map((row) => row.map((count) => ({ count }))),
    };
  }),
};

function quartersWithOneBefore(facts: HealthFacts, quarters: readonly Period[]): Period[] {
  return quarters.filter(({ firstDay }) => firstDay > facts.firstDay);
}

const none = new Int8Array(0);

function countMoves(
  before: Int8Array,
  now: Int8Array,
  quarter: Pick<Period, 'complete'>,
): Record<(typeof PARTS)[number], number> {
  const moves = { up: 0, held: 0, down: 0 };
  for (let person = 0; person < before.length; person += 1) {
    const from = before[person] ?? NOT_SEEN;
    const to = now[person] ?? NOT_SEEN;
    if (from === NOT_SEEN) continue;
    if (to > from) moves.up += 1;
    else if (to < from && quarter.complete) moves.down += 1;
    else moves.held += 1;
  }
  return moves;
}

function stepsIn({ firstDay, lastDay }: Period, facts: HealthFacts): Steps<Int8Array> {
  return highestSteps(facts, firstDay, Math.min(lastDay, facts.lastDay));
}

/** The steps of the quarter before a quarter. */
function stepsBefore({ firstDay }: Period, facts: HealthFacts): Steps<Int8Array> {
  // Any day of the quarter before leads to its first one.
  const someDayBefore = firstDay - 1;
  const firstBefore = Math.max(facts.firstDay, firstDayOf('quarter', periodOf('quarter', someDayBefore)));
  return highestSteps(facts, firstBefore, someDayBefore);
}

/** Highest step each person reached in a span, −1 for not seen. */
function* highestSteps(facts: HealthFacts, from: number, to: number): Steps<Int8Array> {
  const steps = new Int8Array(facts.people.count).fill(NOT_SEEN);
  for (const level of activityLevels) {
    yield;
    const active = activeBetween(facts.weeks(level), facts.people.count, from, to);
    for (let person = 0; person < steps.length; person += 1) if (active[person] === 1) steps[person] = level;
  }
  return steps;
}
