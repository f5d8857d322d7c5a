import { FEWEST_VALUES_LEFT } from '../rules.ts';
import { narrowed, type Puzzle } from './puzzle.ts';
import { type SumsOfCells, shifted } from './shift-values.ts';
import { endOf, type PartOfPuzzle, partWith, solutionWith } from './solve-puzzle.ts';

/** Parts up to this many cells are solved as a whole at once. */
const SMALL_PUZZLE = 40;

/** A part of more cells is never solved as a whole: what its neighbourhoods don't show to be open counts as exposed. */
const LARGEST_PUZZLE = 600;

/** Further than a reader needs to be kept guessing about a hidden count that has no upper bound. */
const FAR = 2 * FEWEST_VALUES_LEFT;

const SMALL_ERROR = 1e-6;

/**
 * Values that checked solutions have given each cell so far. One solution tells of all cells at once, and stays a
 * solution when more is hidden, so nothing found is ever looked for again.
 */
type FoundValues = readonly Set<number>[];

/** What is looked for, and what was found so far. */
interface Search {
  readonly found: FoundValues;
  readonly sumsOf: SumsOfCells;
  readonly needed: number;
}

/** Nothing found but the truth. */
export function startFrom({ truth }: Puzzle): FoundValues {
  return truth.map((value) => new Set([value]));
}

/**
 * Whether a reader is left with as many whole numbers as needed for a cell. Its neighbourhood is tried first with the rest at
 * the truth: what is open there is open in the whole. Every value counted comes from a checked solution, so an error of
 * the solver can only make the audit hide more.
 */
export function staysOpen(puzzle: Puzzle, cell: number, search: Search): boolean {
  const { found, needed } = search;
  if ((found[cell]?.size ?? 0) >= needed || shiftsEnough(puzzle, cell, search)) return true;
  const bound = narrowed(puzzle)[cell];
  if (!bound || bound.high - bound.low + 1 < needed) return false;
  const capped = withCap(puzzle, cell);
  const whole = capped.truth.map((_, at) => at);
  const tries = whole.length <= SMALL_PUZZLE ? [] : [1, 2].map((steps) => neighbours(capped, cell, steps));
  if (whole.length <= LARGEST_PUZZLE) tries.push(whole);
  return tries.some((free) => fillValues(partWith(capped, free), cell, found, needed));
}

/** The quick way: moves the cell away from the truth, step by step, as long as others can make up for it. */
function shiftsEnough(puzzle: Puzzle, cell: number, { found, sumsOf, needed }: Search): boolean {
  const values = found[cell] ?? new Set();
  const truth = puzzle.truth[cell] ?? 0;
  for (let away = 1; away < needed + FEWEST_VALUES_LEFT; away += 1) {
    for (const value of [truth - away, truth + away]) {
      if (values.has(value)) continue;
      for (const [at, one] of shifted(puzzle, sumsOf, cell, value) ?? []) found[at]?.add(one);
      if (values.size >= needed) return true;
    }
  }
  return false;
}

function withCap(puzzle: Puzzle, cell: number): Puzzle {
  const high = (puzzle.truth[cell] ?? 0) + FAR;
  const bounds = puzzle.bounds.map((bound, at) =>
    at === cell && !Number.isFinite(bound.high) ? { low: bound.low, high } : bound,
  );
  return { ...puzzle, bounds };
}

function neighbours({ sums }: Puzzle, cell: number, steps: number): number[] {
  const reached = new Set([cell]);
  for (let step = 0; step < steps; step += 1) {
    const before = new Set(reached);
    for (const { terms } of sums) {
      if (terms.some((term) => before.has(term.cell))) for (const term of terms) reached.add(term.cell);
    }
  }
  return [...reached];
}

/** Looks for values of a cell: the least, the greatest, then those between, until there are enough. */
function fillValues(part: PartOfPuzzle, cell: number, found: FoundValues, needed: number): boolean {
  const keep = (solution: readonly number[] | undefined): void => {
    for (const [at, value] of solution?.entries() ?? []) found[at]?.add(value);
  };
  const values = found[cell] ?? new Set();
  const least = endOf(part, cell, 'least');
  const greatest = endOf(part, cell, 'greatest');
  if (!least || !greatest) return false;
  keep(least.solution);
  keep(greatest.solution);
  const low = Math.ceil(least.value - SMALL_ERROR);
  const high = Math.floor(greatest.value + SMALL_ERROR);
  if (high - low + 1 < needed) return false;
  for (let value = low; value <= high && values.size < needed; value += 1) {
    if (!values.has(value)) keep(solutionWith(part, cell, value));
  }
  return values.size >= needed;
}
