import type { Relation } from './audit-cells.ts';
import type { Bound } from './reader-bounds.ts';

/** One sum over cells, by their number: the terms together are 0 (`exact`), or at least 0. */
export interface Sum {
  readonly terms: readonly { readonly cell: number; readonly factor: 1 | -1 }[];
  readonly exact: boolean;
}

/** What a reader has before them: bounds and sums of some cells, which hang together. `truth` is one solution. */
export interface Puzzle {
  readonly bounds: readonly Bound[];
  readonly sums: readonly Sum[];
  readonly truth: readonly number[];
}

/** A relation as sums, with cells by number. */
export function sumsOf({ total, parts, kind }: Relation, numberOf: (id: string) => number): Sum[] {
  const whole = { cell: numberOf(total), factor: -1 } as const;
  const terms = parts.map((part) => ({ cell: numberOf(part), factor: 1 }) as const);
  const over = { terms: [...terms, whole], exact: false };
  const under: Sum = {
    terms: [...terms, whole].map(({ cell, factor }) => ({ cell, factor: opposite(factor) })),
    exact: false,
  };
  if (kind === 'equals') return [{ terms: [...terms, whole], exact: true }];
  if (kind === 'covers') return [over];
  if (kind === 'within') return [under];
  const below = terms.map(
    ({ cell }): Sum => ({
      terms: [
        { cell: whole.cell, factor: 1 },
        { cell, factor: -1 },
      ],
      exact: false,
    }),
  );
  return [...below, over];
}

const opposite = (factor: 1 | -1): 1 | -1 => (factor === 1 ? -1 : 1);

/** Whether whole numbers solve the puzzle, counted exactly. A pass of the audit rests on this alone, not on a solver. */
export function solves({ bounds, sums }: Puzzle, values: readonly number[]): boolean {
  const inBounds = bounds.every(({ low, high }, cell) => {
    const value = values[cell];
    return value !== undefined && Number.isSafeInteger(value) && value >= low && value <= high;
  });
  return inBounds && sums.every((sum) => holds(sum, (cell) => values[cell]));
}

/** Whether a sum holds for values by cell number. */
export function holds({ terms, exact }: Sum, valueAt: (cell: number) => number | undefined): boolean {
  const together = terms.reduce((all, { cell, factor }) => all + factor * (valueAt(cell) ?? Number.NaN), 0);
  return exact ? together === 0 : together >= 0;
}

const MOST_ROUNDS = 30;

/**
 * Narrows bounds sum by sum. The result holds every solution but often more, so a narrow bound proves that a cell is
 * exposed, and a wide one proves nothing.
 */
export function narrowed({ bounds, sums }: Puzzle): Bound[] {
  const found = [...bounds];
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round += 1) {
    changed = false;
    for (const sum of sums) if (narrowBySum(found, sum)) changed = true;
  }
  return found;
}

function narrowBySum(found: Bound[], sum: Sum): boolean {
  const narrower = sum.terms.map((_, at) => boundBySum(found, sum, at));
  let changed = false;
  for (const [at, { cell }] of sum.terms.entries()) {
    const [before, bound] = [found[cell], narrower[at]];
    if (!before || !bound || (bound.low === before.low && bound.high === before.high)) continue;
    found[cell] = bound;
    changed = true;
  }
  return changed;
}

/** What one sum leaves of the bounds of the cell of one of its terms, by the bounds of the others. */
export function boundBySum(bounds: readonly Bound[], { terms, exact }: Sum, place: number): Bound | undefined {
  const term = terms[place];
  const own = term && bounds[term.cell];
  if (!own) return undefined;
  let least = 0;
  let most = exact ? 0 : Number.POSITIVE_INFINITY;
  for (const [at, { cell, factor }] of terms.entries()) {
    if (at === place) continue;
    const { low, high } = bounds[cell] ?? { low: 0, high: Number.POSITIVE_INFINITY };
    least -= factor === 1 ? high : -low;
    most -= factor === 1 ? low : -high;
  }
  return {
    low: Math.max(own.low, term.factor === 1 ? least : -most),
    high: Math.min(own.high, term.factor === 1 ? most : -least),
  };
}

/** The cells of each part of a release that hangs together by sums; cells in no sum stand alone. */
export function connected(cells: number, sums: readonly Sum[]): number[][] {
  const leader = Array.from({ length: cells }, (_, cell) => cell);
  const find = (cell: number): number => {
    let at = cell;
    while (leader[at] !== at) at = leader[at] ?? at;
    leader[cell] = at;
    return at;
  };
  for (const { terms } of sums) {
    const first = terms[0];
    if (first) for (const { cell } of terms) leader[find(cell)] = find(first.cell);
  }
  const groups = new Map<number, number[]>();
  for (let cell = 0; cell < cells; cell += 1) {
    const group = groups.get(find(cell));
    if (group) group.push(cell);
    else groups.set(find(cell), [cell]);
  }
  return [...groups.values()];
}
