import { atOnce, isStep, type Steps } from '../../../../shared/domain/steps.ts';
import { SeededRandom } from '../../practice/world/random.ts';
import type { Interval } from './wilson.ts';

/** The index, the counts behind it, and what chance alone would give. */
export interface EiIndex {
  readonly external: number;
  readonly internal: number;
  /** (external − internal) ÷ all: −1 only inside own group, +1 only outside. */
  readonly index: number;
  /** Mean and middle 95% of the index when groups are dealt out at random. */
  readonly byChance: Interval & { readonly mean: number };
}

/** What the shuffles start from, so that one snapshot always gives one answer. */
export interface Shuffling {
  readonly seed: number;
  /** 1,000 unless told. Time grows with shuffles × ties. */
  readonly shuffles?: number;
}

/**
 * E-I index of ties given as parallel lists of members; direction and repeats don't count, a tie to oneself is none.
 * Ties of members without a group are left out. For chance, groups are shuffled among the members who have a tie, which
 * keeps the ties and the sizes of the groups. Undefined where no tie is left. Member numbers are below 2^26.
 * Source: Krackhardt and Stern 1988; health.md R10.
 */
export function eiIndex(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  groupOf: (member: number) => number | undefined,
  shuffling: Shuffling,
): EiIndex | undefined {
  return atOnce(eiIndexInSteps(from, to, groupOf, shuffling));
}

/** The same in steps. */
export function* eiIndexInSteps(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  groupOf: (member: number) => number | undefined,
  { seed, shuffles = 1000 }: Shuffling,
): Steps<EiIndex | undefined> {
  const { ends, groups } = yield* groupedTies(from, to, groupOf);
  const ties = ends.length / 2;
  if (ties === 0) return undefined;
  const external = externalTies(ends, groups);
  const random = new SeededRandom(seed);
  const indexOf = (crossing: number) => (2 * crossing - ties) / ties;
  const shuffled = new Float64Array(shuffles);
  for (let round = 0; round < shuffles; round += 1) {
    yield;
    shuffle(groups, random);
    shuffled[round] = indexOf(externalTies(ends, groups));
  }
  shuffled.sort();
  const rank = (share: number) => shuffled[Math.max(0, Math.ceil(share * shuffles) - 1)] ?? Number.NaN;
  return {
    external,
    internal: ties - external,
    index: indexOf(external),
    byChance: {
      mean: shuffled.reduce((sum, value) => sum + value, 0) / shuffles,
      lower: rank(0.025),
      upper: rank(0.975),
    },
  };
}

const PAIR_BASE = 2 ** 26;

/** Distinct ties as pairs of positions, and the group at each position; members are numbered as they appear. */
function* groupedTies(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  groupOf: (member: number) => number | undefined,
): Steps<{ ends: Int32Array; groups: Int32Array }> {
  const positions = new Map<number, number>();
  const groups: number[] = [];
  const positionOf = (member: number, group: number) => {
    const known = positions.get(member);
    if (known !== undefined) return known;
    positions.set(member, groups.length);
    return groups.push(group) - 1;
  };
  const seen = new Set<number>();
  const ends: number[] = [];
  for (let at = 0; at < from.length; at += 1) {
    if (isStep(at)) yield;
    const [a, b] = [from[at] ?? 0, to[at] ?? 0];
    const pair = Math.min(a, b) * PAIR_BASE + Math.max(a, b);
    if (a === b || seen.has(pair)) continue;
    seen.add(pair);
    const [groupA, groupB] = [groupOf(a), groupOf(b)];
    if (groupA !== undefined && groupB !== undefined) ends.push(positionOf(a, groupA), positionOf(b, groupB));
  }
  return { ends: Int32Array.from(ends), groups: Int32Array.from(groups) };
}

function externalTies(ends: Int32Array, groups: Int32Array): number {
  let external = 0;
  for (let at = 0; at < ends.length; at += 2) {
    if (groups[ends[at] ?? 0] !== groups[ends[at + 1] ?? 0]) external += 1;
  }
  return external;
}

/** Fisher and Yates. */
function shuffle(values: Int32Array, random: SeededRandom): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = random.whole(0, last);
    const value = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = value;
  }
}
