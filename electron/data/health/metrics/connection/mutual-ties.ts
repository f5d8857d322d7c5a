import type { HealthFacts } from '../../facts/health-facts.ts';
import { isSpam } from './reply-finder.ts';
import { addresseeOf, distinctTies, type Ties } from './reply-graph.ts';

/** 1 for everybody, by position, with at least one tie that is returned. `there`: distinct ties in order. */
export function peopleWithMutualTie(there: Ties, people: number): Uint8Array {
  const back = distinctTies({ from: there.to, to: there.from });
  const has = new Uint8Array(people);
  let at = 0;
  // Both lists are in order of who and to whom: what stands in both is a tie in both directions.
  for (let place = 0; place < there.from.length; place += 1) {
    const [who, whom] = [there.from[place] ?? 0, there.to[place] ?? 0];
    while (at < back.from.length && comesBefore(back, at, who, whom)) at += 1;
    if (back.from[at] === who && back.to[at] === whom) has[who] = 1;
  }
  return has;
}

function comesBefore({ from, to }: Ties, at: number, who: number, whom: number): boolean {
  const first = from[at] ?? 0;
  return first < who || (first === who && (to[at] ?? 0) < whom);
}

/**
 * 1 for everybody whose first message ever is in `first` (row by person, −1 for none) and who had a tie in both directions
 * with one same person within `withinMs` of it.
 */
export function mutualTieSoon(facts: HealthFacts, first: Int32Array, withinMs: number): Uint8Array {
  const { messages } = facts;
  const has = new Uint8Array(facts.people.count);
  const seen = new Set<number>();
  const earliest = first.reduce((row, other) => (other >= 0 ? Math.min(row, other) : row), messages.count);
  const note = (person: number, other: number, outward: number, now: number) => {
    const start = messages.at[first[person] ?? -1];
    if (has[person] === 1 || start === undefined || now < start || now >= start + withinMs) return;
    const pair = (person * PAIR_BASE + other) * 2;
    seen.add(pair + outward);
    if (seen.has(pair + 1 - outward)) has[person] = 1;
  };
  for (let row = earliest; row < messages.count; row += 1) {
    const to = addresseeOf(facts, row);
    if (to < 0 || isSpam(messages, row)) continue;
    const from = messages.author[row] ?? 0;
    const now = messages.at[row] ?? 0;
    note(from, to, 1, now);
    note(to, from, 0, now);
  }
  return has;
}

const PAIR_BASE = 2 ** 26;
