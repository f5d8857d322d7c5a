import { seededRandom } from '../../bench/seeded-random.ts';

/** Chance that is the same for the same seed. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** From 0 up to and including `most`. */
  readonly upTo: (most: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the items; undefined when there are none. */
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
}

export function diceOf(seed: number): Dice {
  const next = seededRandom(seed);
  return {
    next,
    upTo: (most) => Math.floor(next() * (most + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}
