import { holds, type Puzzle, type Sum } from './puzzle.ts';

/** The sums that each cell is in, by the number of the cell. */
export type SumsOfCells = readonly (readonly Sum[])[];

/** Looks up the sums of every cell of a puzzle once. */
export function sumsOfCells({ truth, sums }: Pick<Puzzle, 'truth' | 'sums'>): SumsOfCells {
  const byCell = truth.map((): Sum[] => []);
  for (const sum of sums) for (const { cell } of sum.terms) byCell[cell]?.push(sum);
  return byCell;
}

/** Cells that may move for the sake of one: further away a solver looks more cleverly. */
const MOST_MOVED = 60;

/**
 * A solution in which a cell has another value, as what it changes of the truth: the difference is passed on to other cells
 * of its sums, those in the fewest sums first, as far as their bounds let them. Undefined where that leads nowhere, which
 * proves nothing. What is returned was checked sum by sum: a cell not named stays at the truth, and so does every sum
 * without a named cell.
 */
export function shifted(
  { bounds, truth }: Puzzle,
  sumsOf: SumsOfCells,
  cell: number,
  value: number,
): ReadonlyMap<number, number> | undefined {
  const bound = bounds[cell];
  if (!bound || value < bound.low || value > bound.high) return undefined;
  const moved = new Map([[cell, value]]);
  const valueAt = (at: number) => moved.get(at) ?? truth[at] ?? 0;
  const toMend = [...(sumsOf[cell] ?? [])];
  for (let sum = toMend.shift(); sum; sum = toMend.shift()) {
    const gap = gapOf(sum, valueAt);
    const others = byFewestSums(sum, sumsOf).filter((term) => !moved.has(term.cell));
    const steps = stepsOver(gap, others, (at) => ({ ...(bounds[at] ?? { low: 0, high: 0 }), now: valueAt(at) }));
    if (!steps || moved.size + steps.length > MOST_MOVED) return undefined;
    for (const [other, wanted] of steps) {
      moved.set(other, wanted);
      toMend.push(...(sumsOf[other] ?? []));
    }
  }
  const touched = new Set([...moved.keys()].flatMap((at) => sumsOf[at] ?? []));
  return [...touched].every((sum) => holds(sum, valueAt)) ? moved : undefined;
}

/** New values of some of these terms with which a sum gains what it lacks; undefined where their bounds don't let them. */
function stepsOver(
  lacking: number,
  terms: Sum['terms'],
  roomOf: (cell: number) => { readonly low: number; readonly high: number; readonly now: number },
): [cell: number, value: number][] | undefined {
  const steps: [number, number][] = [];
  let gap = lacking;
  for (const { cell, factor } of terms) {
    if (gap === 0) break;
    const { low, high, now } = roomOf(cell);
    const wanted = Math.min(high, Math.max(low, now + factor * gap));
    if (wanted === now) continue;
    steps.push([cell, wanted]);
    gap -= factor * (wanted - now);
  }
  return gap === 0 ? steps : undefined;
}

/** What its terms must gain together for a sum to hold. */
function gapOf({ terms, exact }: Sum, valueAt: (cell: number) => number): number {
  const together = terms.reduce((all, { cell, factor }) => all + factor * valueAt(cell), 0);
  return exact || together < 0 ? -together : 0;
}

function byFewestSums({ terms }: Sum, sumsOf: SumsOfCells): Sum['terms'] {
  const count = (cell: number) => sumsOf[cell]?.length ?? 0;
  return [...terms].sort((one, other) => count(one.cell) - count(other.cell));
}
