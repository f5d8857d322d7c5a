import { type Constraint, solve } from 'yalps';
import { type Puzzle, type Sum, solves } from './puzzle.ts';
import type { Bound } from './reader-bounds.ts';

/** Work the solver may spend on whole numbers for one question. Without an answer in time the cell counts as exposed. */
const MOST_MILLISECONDS = 2000;

const SMALL_ERROR = 1e-6;

/** Part of a puzzle: cells in `free` move, all others stay at the truth. Whoever solves the part has solved the whole. */
export interface PartOfPuzzle {
  readonly puzzle: Puzzle;
  readonly free: readonly number[];
  /** Sums with a free cell in them. */
  readonly sums: readonly Sum[];
}

/** The part of a puzzle in which these cells move. */
export function partWith(puzzle: Puzzle, free: readonly number[]): PartOfPuzzle {
  const moves = new Set(free);
  return { puzzle, free, sums: puzzle.sums.filter(({ terms }) => terms.some(({ cell }) => moves.has(cell))) };
}

export interface End {
  /** Least or greatest value in real numbers: whole numbers reach no further. */
  readonly value: number;
  /** A checked solution in whole numbers, where the solver's own was one. */
  readonly solution: readonly number[] | undefined;
}

/** The least or greatest value a cell can take, by a linear program; undefined where the solver finds none. */
export function endOf(part: PartOfPuzzle, cell: number, which: 'least' | 'greatest'): End | undefined {
  const answer = ask(part, { goal: { cell, which }, fixed: undefined, whole: false });
  if (answer === undefined) return undefined;
  const value = answer[cell] ?? Number.NaN;
  return { value, solution: checked(part.puzzle, answer) };
}

/** A checked solution in whole numbers in which a cell has this value; undefined where none is found. */
export function solutionWith(part: PartOfPuzzle, cell: number, value: number): readonly number[] | undefined {
  for (const whole of [false, true]) {
    const answer = ask(part, { goal: undefined, fixed: { cell, value }, whole });
    // What has no solution in real numbers has none in whole ones.
    if (answer === undefined) return undefined;
    const solution = checked(part.puzzle, answer);
    if (solution?.[cell] === value) return solution;
  }
  return undefined;
}

function checked(puzzle: Puzzle, answer: readonly number[]): readonly number[] | undefined {
  const values = answer.map((value) => Math.round(value));
  return solves(puzzle, values) ? values : undefined;
}

interface Question {
  readonly goal: { readonly cell: number; readonly which: 'least' | 'greatest' } | undefined;
  readonly fixed: { readonly cell: number; readonly value: number } | undefined;
  readonly whole: boolean;
}

/**
 * Values of all cells that answer a question, or undefined. The solver's variables start at 0, so each stands for the
 * distance of a cell from its lower bound.
 */
function ask({ puzzle, free, sums }: PartOfPuzzle, { goal, fixed, whole }: Question): number[] | undefined {
  const boundOf = (cell: number): Bound =>
    fixed?.cell === cell
      ? { low: fixed.value, high: fixed.value }
      : (puzzle.bounds[cell] ?? { low: 0, high: Number.POSITIVE_INFINITY });
  const columns = new Map(free.map((cell) => [cell, [] as [string, number][]]));
  const constraints: [string, Constraint][] = [];
  for (const [at, { terms, exact }] of sums.entries()) {
    const row = `sum ${at}`;
    let known = 0;
    for (const { cell, factor } of terms) {
      const column = columns.get(cell);
      known += factor * (column ? boundOf(cell).low : (puzzle.truth[cell] ?? 0));
      column?.push([row, factor]);
    }
    constraints.push([row, exact ? { equal: -known } : { min: -known }]);
  }
  for (const [cell, column] of columns) {
    const { low, high } = boundOf(cell);
    if (!Number.isFinite(high)) continue;
    constraints.push([`most ${cell}`, { max: high - low }]);
    column.push([`most ${cell}`, 1]);
  }
  if (goal) columns.get(goal.cell)?.push(['goal', 1]);
  const model = {
    direction: goal?.which === 'greatest' ? ('maximize' as const) : ('minimize' as const),
    ...(goal && { objective: 'goal' }),
    constraints,
    variables: columns,
    integers: whole,
  };
  const { status, variables } = solve(model, { timeout: MOST_MILLISECONDS, precision: SMALL_ERROR / 100 });
  if (status !== 'optimal') return undefined;
  const values = [...puzzle.truth];
  for (const cell of free) values[cell] = boundOf(cell).low;
  for (const [cell, above] of variables) values[cell] = (values[cell] ?? 0) + above;
  return values;
}
