/** Two people as one exact number; their numbers are below 2^26. */
const PAIR_BASE = 2 ** 26;

/** One exact number for who and whom. */
export function pairOf(who: number, whom: number): number {
  return who * PAIR_BASE + whom;
}

export function whoOf(pair: number): number {
  return Math.floor(pair / PAIR_BASE);
}

export function whomOf(pair: number): number {
  return pair % PAIR_BASE;
}

/** Pairs of two parallel lists, each once, ascending; nobody is paired with themself. Sorting keeps millions out of sets. */
export function distinctPairs(who: ArrayLike<number>, whom: ArrayLike<number>): Float64Array {
  const pairs = new Float64Array(who.length);
  let filled = 0;
  for (let at = 0; at < who.length; at += 1) {
    const [a, b] = [who[at] ?? 0, whom[at] ?? 0];
    if (a === b) continue;
    pairs[filled] = pairOf(a, b);
    filled += 1;
  }
  const sorted = pairs.subarray(0, filled).sort();
  let kept = 0;
  for (const pair of sorted) {
    if (kept > 0 && sorted[kept - 1] === pair) continue;
    sorted[kept] = pair;
    kept += 1;
  }
  return sorted.slice(0, kept);
}

/** Calls `meet` for every pair that stands in both ascending lists. */
export function eachShared(some: Float64Array, others: Float64Array, meet: (pair: number) => void): void {
  let at = 0;
  for (const pair of some) {
    while (at < others.length && (others[at] ?? 0) < pair) at += 1;
    if (others[at] === pair) meet(pair);
  }
}
