import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import { holds, listsOf } from '../../engine/arc-lists.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { distinctPairs, eachShared, whoOf } from '../pairs.ts';
import { isSpam } from './reply-finder.ts';
import { addresseeOf, type Ties } from './reply-graph.ts';

/** 1 for everybody, by position, with at least one tie that is returned. */
export function* peopleWithMutualTie({ from, to }: Ties, people: number): Steps<Uint8Array> {
  const has = new Uint8Array(people);
  const { starts, others } = yield* listsOf(from, to, people);
  for (let at = 0; at < from.length; at += 1) {
    if (isStep(at)) yield;
    const [who, whom] = [from[at] ?? 0, to[at] ?? 0];
    if (who !== whom && holds(others, starts[whom] ?? 0, starts[whom + 1] ?? 0, who)) has[who] = 1;
  }
  return has;
}

/**
 * 1 for everybody whose first message ever is in `first` (row by person, −1 for none) and who had a tie in both directions
 * with one same person within `withinMs` of it.
 */
export function* mutualTieSoon(facts: HealthFacts, first: Int32Array, withinMs: number): Steps<Uint8Array> {
  const { messages } = facts;
  const wrote = { who: [] as number[], whom: [] as number[] };
  const wasWrittenTo = { who: [] as number[], whom: [] as number[] };
  const note = (list: typeof wrote, person: number, other: number, now: number) => {
    const start = messages.at[first[person] ?? -1];
    if (start === undefined || now < start || now >= start + withinMs) return;
    list.who.push(person);
    list.whom.push(other);
  };
  const earliest = first.reduce((row, other) => (other >= 0 ? Math.min(row, other) : row), messages.count);
  for (let row = earliest; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const to = addresseeOf(facts, row);
    if (to < 0 || isSpam(messages, row)) continue;
    const from = messages.author[row] ?? 0;
    const now = messages.at[row] ?? 0;
    note(wrote, from, to, now);
    note(wasWrittenTo, to, from, now);
  }
  const has = new Uint8Array(facts.people.count);
  eachShared(distinctPairs(wrote.who, wrote.whom), distinctPairs(wasWrittenTo.who, wasWrittenTo.whom), (pair) => {
    has[whoOf(pair)] = 1;
  });
  return has;
}
