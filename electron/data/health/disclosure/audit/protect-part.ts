import { createHmac } from 'node:crypto';
import { FEWEST_VALUES_LEFT } from '../rules.ts';
import { startFrom, staysOpen } from './open-values.ts';
import { boundBySum, type Puzzle, type Sum, solves } from './puzzle.ts';
import { type CellState, hideState, isProtected, mayBeHidden, readerBound } from './reader-bounds.ts';
import { sumsOfCells } from './shift-values.ts';

/** A part of a release that hangs together by sums, with its cells by number. `part` changes as cells are hidden. */
export interface PartToProtect {
  readonly part: CellState[];
  readonly sums: readonly Sum[];
  /** Decides between cells that show the same value. */
  readonly ranks: readonly number[];
  readonly secret: string | undefined;
}

/** With a secret a cell is asked to keep 5, 6, 7 or 8 values. */
const ASKED_AT_MOST = 8;

/** Hides in a part until every protected cell stays open. False where that cannot be reached. */
export function protectPart({ part, sums, ranks, secret }: PartToProtect): boolean {
  if (!part.some(isProtected)) return true;
  let puzzle = puzzleOf(part, sums);
  // An earlier release that said something else of the same people: what a reader makes of that cannot be told.
  if (!solves(puzzle, puzzle.truth)) return false;
  const found = startFrom(puzzle);
  const sumsOf = sumsOfCells(puzzle);
  const hideNext = (cell: number, needed: number): boolean => {
    const binding = bindingSum(puzzle, sumsOf[cell] ?? [], cell, needed);
    const victim = (binding && nextToHide(part, [binding], cell, ranks)) ?? nextToHide(part, sums, cell, ranks);
    const shown = victim === undefined ? undefined : part[victim];
    if (victim === undefined || !shown) return false;
    part[victim] = hideState(shown);
    puzzle = puzzleOf(part, sums);
    return true;
  };
  for (const [cell, state] of part.entries()) {
    if (!isProtected(state)) continue;
    while (!staysOpen(puzzle, cell, { found, sumsOf, needed: FEWEST_VALUES_LEFT }))
      if (!hideNext(cell, FEWEST_VALUES_LEFT)) return false;
    const asked = valuesAsked(state, secret);
    // Once is enough for a reader not to know why; where nothing is left to hide, five values have to do.
    const isNarrow = asked > FEWEST_VALUES_LEFT && !staysOpen(puzzle, cell, { found, sumsOf, needed: asked });
    // What stands was narrow before anything else came: hiding that would help nobody, and all of it would be hidden.
    if (isNarrow && (state.cell.stands !== true || couldStayOpen(part, sums, cell, asked))) hideNext(cell, asked);
  }
  return true;
}

/** Whether a cell would keep so many values if all that may be hidden were. */
function couldStayOpen(part: readonly CellState[], sums: readonly Sum[], cell: number, needed: number): boolean {
  const puzzle = puzzleOf(
    part.map((state) => (mayBeHidden(state) ? hideState(state) : state)),
    sums,
  );
  return staysOpen(puzzle, cell, { found: startFrom(puzzle), sumsOf: sumsOfCells(puzzle), needed });
}

function puzzleOf(part: readonly CellState[], sums: readonly Sum[]): Puzzle {
  return { bounds: part.map(readerBound), sums, truth: part.map(({ cell }) => cell.count) };
}

/**
 * How many values a cell is asked to keep. Always five would tell those who run this program backwards that the cell
 * hidden for the sake of another one would have left fewer than five, which leaves few again: F0 of health.md C.4 has
 * 6 and 7 once more. A number drawn by a secret leaves that open.
 */
function valuesAsked({ cell, rules }: CellState, secret: string | undefined): number {
  if (secret === undefined) return FEWEST_VALUES_LEFT;
  const drawn = createHmac('sha256', secret).update(cell.id).digest()[0] ?? 0;
  const asked = FEWEST_VALUES_LEFT + (drawn % (ASKED_AT_MOST - FEWEST_VALUES_LEFT + 1));
  return Math.min(asked, rules.threshold + Number(rules.hideZero));
}

/** The sum that alone leaves a cell the fewest values, where that is too few: hiding in another one would change nothing. */
function bindingSum({ bounds }: Puzzle, sums: readonly Sum[], cell: number, needed: number): Sum | undefined {
  const left = sums.map((sum) => {
    const place = sum.terms.findIndex((term) => term.cell === cell);
    const bound = boundBySum(bounds, sum, place);
    return { sum, values: bound ? bound.high - bound.low + 1 : needed };
  });
  const [fewest] = left.sort((one, other) => one.values - other.values);
  return fewest && fewest.values < needed ? fewest.sum : undefined;
}

/**
 * What to hide next for a cell: the smallest shown count in a sum with it; where all of those are hidden already, one in a
 * sum with them, and so on. By the shown value, so that the choice among equals follows the fixed order, not the truth.
 */
function nextToHide(
  part: readonly CellState[],
  sums: readonly Sum[],
  cell: number,
  ranks: readonly number[],
): number | undefined {
  const reached = new Set([cell]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    const beside = new Set(
      sums
        .filter(({ terms }) => terms.some((term) => reached.has(term.cell)))
        .flatMap(({ terms }) => terms.map((term) => term.cell)),
    );
    const candidates = [...beside].filter((at) => at !== cell && canHide(part[at]));
    const [smallest] = candidates.sort(
      (one, other) => (part[one]?.shown ?? 0) - (part[other]?.shown ?? 0) || (ranks[one] ?? 0) - (ranks[other] ?? 0),
    );
    if (smallest !== undefined) return smallest;
    for (const at of beside) reached.add(at);
  }
  return undefined;
}

function canHide(state: CellState | undefined): boolean {
  return state !== undefined && mayBeHidden(state);
}
