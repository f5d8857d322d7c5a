import { atOnce, isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { newcomerDay } from '../../facts/people-table.ts';
import { isSpam } from './reply-finder.ts';

/**
 * Row of the first message ever of each person, by position; −1 for those whose first message lies before the table, who
 * joined before the data starts, or who were spam. A message removed as spam before anybody saw it is none. Computed once
 * for facts.
 */
export function firstMessages(facts: HealthFacts): Int32Array {
  return atOnce(firstMessagesInSteps(facts));
}

/** The same in steps. */
export function* firstMessagesInSteps(facts: HealthFacts): Steps<Int32Array> {
  let rows = known.get(facts);
  if (!rows) {
    rows = yield* findFirstMessages(facts);
    known.set(facts, rows);
  }
  return rows;
}

const known = new WeakMap<HealthFacts, Int32Array>();

const UNSEEN = -2;

function* findFirstMessages(facts: HealthFacts): Steps<Int32Array> {
  const { messages, people } = facts;
  const first = new Int32Array(people.count).fill(UNSEEN);
  for (let row = 0; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const person = messages.author[row] ?? -1;
    if (first[person] !== UNSEEN || isSpam(messages, row)) continue;
    const isFirstEver = messages.at[row] === people.firstSpokeAt[person];
    first[person] = isFirstEver && newcomerDay(people, person, facts.calendar.dayOf) !== undefined ? row : -1;
  }
  return first.map((row) => Math.max(row, -1));
}
