/**
 * A reader who wants to know: tries whole numbers for every cell until the sums come out. Written apart from the audit and
 * without a solver, so that an error there does not hide here.
 */
export interface Riddle {
  /** Least and greatest whole number of each cell, as far as its own display tells. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Each: the total, then its parts, by cell. */
  readonly equal: readonly (readonly number[])[];
  /** Each: the total, then its parts; every part is at most the total, all parts together at least the total. */
  readonly atMost: readonly (readonly number[])[];
  /** Each: the total, then some of its parts; together they are at most the total. */
  readonly within?: readonly (readonly number[])[];
  /** One solution, for a reader who only has to be shown that there are others near it. */
  readonly truth?: readonly number[];
}

/** Steps after which the reader gives up on one question. */
const MOST_STEPS = 400_000;

type Ranges = [number, number][];

/** Values that a cell may have, each with a complete solution behind it. `undecided` counts open questions. */
export class Reader {
  readonly #riddle: Riddle;
  readonly #seen: Set<number>[];
  undecided = 0;
  #steps = 0;
  /** How many sums lead from the cell asked about to each other one: what differs from the truth is mostly close to it. */
  #away: readonly number[] = [];

  constructor(riddle: Riddle) {
    if (!holdsForTruth(riddle)) throw new Error('a riddle that the truth does not solve proves nothing');
    this.#riddle = riddle;
    this.#seen = riddle.ranges.map(() => new Set());
  }

  /** Every value a cell may have, or `enough` of them: those near the truth are tried first, where it is known. */
  valuesLeft(cell: number, enough = Number.POSITIVE_INFINITY): readonly number[] {
    const seen = this.#seen[cell]!;
    const [low, high] = this.#riddle.ranges[cell]!;
    const truth = this.#riddle.truth?.[cell] ?? low;
    const toTry = Array.from({ length: high - low + 1 }, (_, at) => low + at).sort(
      (one, other) => Math.abs(one - truth) - Math.abs(other - truth),
    );
    let givenUp = 0;
    this.#away = sumsAway(this.#riddle, cell);
    for (const value of toTry) {
      if (seen.size >= enough) return sorted(seen);
      if (seen.has(value)) continue;
      const ranges = this.#riddle.ranges.map(([least, most]): [number, number] => [least, most]);
      ranges[cell] = [value, value];
      this.#steps = 0;
      const solution = this.#solve(ranges);
      if (!solution && this.#steps > MOST_STEPS) givenUp += 1;
      for (const [at, found] of (solution ?? []).entries()) this.#seen[at]!.add(found);
    }
    this.undecided += givenUp;
    return sorted(seen);
  }

  /** What follows sum by sum, without trying anything. */
  atFirstSight(): readonly (readonly [number, number])[] {
    const ranges = this.#riddle.ranges.map(([least, most]): [number, number] => [least, most]);
    this.#tighten(ranges);
    return ranges;
  }

  #solve(ranges: Ranges): number[] | undefined {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS || !this.#tighten(ranges)) return undefined;
    const open = ranges
      .map(([low, high], cell) => ({ cell, low, high, width: high - low, away: this.#away[cell] ?? 0 }))
      .filter(({ width }) => width > 0)
      .sort((one, other) => one.away - other.away || one.width - other.width)[0];
    if (!open) return ranges.map(([low]) => low);
    for (const half of partsToTry(open, this.#riddle.truth?.[open.cell])) {
      const next = ranges.map(([low, high]): [number, number] => [low, high]);
      next[open.cell] = [half[0], half[1]];
      const solution = this.#solve(next);
      if (solution) return solution;
    }
    return undefined;
  }

  #tighten(ranges: Ranges): boolean {
    for (let changed = true; changed; ) {
      changed = false;
      const shrink = (cell: number, low: number, high: number): void => {
        const range = ranges[cell]!;
        if (low > range[0]) {
          range[0] = low;
          changed = true;
        }
        if (high < range[1]) {
          range[1] = high;
          changed = true;
        }
      };
      for (const sum of this.#riddle.equal) tightenSum(ranges, sum, shrink, true);
      for (const [total, ...parts] of this.#riddle.within ?? []) {
        const least = parts.reduce((all, part) => all + ranges[part]![0], 0);
        shrink(total!, least, Number.POSITIVE_INFINITY);
        for (const part of parts) {
          const [low] = ranges[part]!;
          shrink(part, 0, ranges[total!]![1] - (least - low));
        }
      }
      for (const sum of this.#riddle.atMost) {
        tightenSum(ranges, sum, shrink, false);
        for (const part of sum.slice(1)) {
          shrink(part, 0, ranges[sum[0]!]![1]);
          shrink(sum[0]!, ranges[part]![0], Number.POSITIVE_INFINITY);
        }
      }
      if (ranges.some(([low, high]) => low > high)) return false;
    }
    return true;
  }
}

function holdsForTruth({ ranges, equal, atMost, within = [], truth }: Riddle): boolean {
  if (!truth) return true;
  const totalOf = ([total]: readonly number[]) => truth[total!]!;
  const sumOf = (sum: readonly number[]) => sum.slice(1).reduce((all, part) => all + truth[part]!, 0);
  return (
    ranges.every(([low, high], at) => low <= truth[at]! && truth[at]! <= high) &&
    equal.every((sum) => sumOf(sum) === totalOf(sum)) &&
    atMost.every((sum) => sumOf(sum) >= totalOf(sum) && sum.every((at) => truth[at]! <= totalOf(sum))) &&
    within.every((sum) => sumOf(sum) <= totalOf(sum))
  );
}

function sumsAway({ ranges, equal, atMost, within = [] }: Riddle, cell: number): number[] {
  const sums = [...equal, ...atMost, ...within];
  const away = ranges.map(() => ranges.length);
  away[cell] = 0;
  for (let step = 1; step < ranges.length; step += 1) {
    const reached = sums.filter((sum) => sum.some((at) => away[at] === step - 1)).flat();
    for (const at of reached) away[at] = Math.min(away[at]!, step);
  }
  return away;
}

/** The truth first, where it is known and possible: most cells stay there in some solution. Else one half after the other. */
function partsToTry({ low, high }: { low: number; high: number }, truth: number | undefined): [number, number][] {
  if (truth !== undefined && truth >= low && truth <= high) {
    const parts: [number, number][] = [
      [truth, truth],
      [truth + 1, high],
      [low, truth - 1],
    ];
    return parts.filter(([least, most]) => least <= most);
  }
  const middle = Math.floor((low + high) / 2);
  return [
    [low, middle],
    [middle + 1, high],
  ];
}

const sorted = (values: ReadonlySet<number>): number[] => [...values].sort((one, other) => one - other);

function tightenSum(
  ranges: Ranges,
  [total, ...parts]: readonly number[],
  shrink: (cell: number, low: number, high: number) => void,
  exact: boolean,
): void {
  const whole = ranges[total!]!;
  let least = 0;
  let most = 0;
  for (const part of parts) {
    least += ranges[part]![0];
    most += ranges[part]![1];
  }
  shrink(total!, exact ? least : 0, most);
  for (const part of parts) {
    const [low, high] = ranges[part]!;
    shrink(part, whole[0] - (most - high), exact ? whole[1] - (least - low) : Number.POSITIVE_INFINITY);
  }
}
