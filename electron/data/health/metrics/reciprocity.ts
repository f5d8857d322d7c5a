import { distinctPairs, eachShared, whomOf, whoOf } from './pairs.ts';

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
  const arcs = distinctPairs(from, to);
  const people = new Set<number>();
  for (const arc of arcs) people.add(whoOf(arc)).add(whomOf(arc));
  let returnedArcs = 0;
  eachShared(arcs, distinctPairs(to, from), () => {
    returnedArcs += 1;
  });
  return {
    people: people.size,
    arcs: arcs.length,
    returnedArcs,
    linkedPairs: arcs.length - returnedArcs / 2,
    mutualPairs: returnedArcs / 2,
  };
}

/**
 * Share of arcs that would be returned by chance alone: the network's density, arcs ÷ (n(n−1)).
 * Undefined for fewer than two people.
 */
export function chanceReciprocity({ arcs, people }: Pick<Reciprocity, 'arcs' | 'people'>): number | undefined {
  return people > 1 ? arcs / (people * (people - 1)) : undefined;
}
