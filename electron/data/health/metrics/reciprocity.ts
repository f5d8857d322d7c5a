import type { Metric } from './metric.ts';

/** R8. Reciprocity of the directed reply graph. */
export const reciprocityMetric: Metric = {
  id: 'R8',
  definitionVersion: 1,
  level: 3,
  needs: ['reply-links'],
  titleKey: 'metrics.reciprocity.title',
  definitionKey: 'metrics.reciprocity.definition',
  caveatKey: 'metrics.reciprocity.caveat',
  source: 'Hanneman and Riddle, Introduction to Social Network Methods, 8 (UCINET)',
};

/** Counts behind both forms of reciprocity. */
export interface Reciprocity {
  /** People with at least one tie, in either direction. */
  readonly people: number;
  /** Ordered pairs (from, to) with at least one message. */
  readonly arcs: number;
  /** Arcs that are returned. Arc form: returned ÷ arcs. */
  readonly returnedArcs: number;
  /** Unordered pairs with any tie. Pair form: mutual ÷ linked. */
  readonly linkedPairs: number;
  readonly mutualPairs: number;
}

/**
 * Reciprocity of arcs given as parallel lists of members. Repeats count once; an arc from a person to themself is no tie.
 * Member numbers may be any whole numbers below 2^26, so that a pair fits one exact number.
 */
export function reciprocity(from: ArrayLike<number>, to: ArrayLike<number>): Reciprocity {
  const people = new Set<number>();
  const arcs = new Set<number>();
  for (let at = 0; at < from.length; at += 1) {
    const a = from[at] ?? 0;
    const b = to[at] ?? 0;
    if (a === b) continue;
    people.add(a);
    people.add(b);
    arcs.add(a * PAIR_BASE + b);
  }
  let returnedArcs = 0;
  for (const arc of arcs) {
    const a = Math.floor(arc / PAIR_BASE);
    const b = arc - a * PAIR_BASE;
    if (arcs.has(b * PAIR_BASE + a)) returnedArcs += 1;
  }
  return {
    people: people.size,
    arcs: arcs.size,
    returnedArcs,
    linkedPairs: arcs.size - returnedArcs / 2,
    mutualPairs: returnedArcs / 2,
  };
}

const PAIR_BASE = 2 ** 26;

/**
 * Share of arcs that would be returned by chance alone: the network's density, arcs ÷ (n(n−1)).
 * Undefined for fewer than two people.
 */
export function chanceReciprocity({ arcs, people }: Reciprocity): number | undefined {
  return people > 1 ? arcs / (people * (people - 1)) : undefined;
}
