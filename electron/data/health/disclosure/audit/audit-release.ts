import type { AuditedRelease, HiddenReason, Relation, ReleaseToAudit } from './audit-cells.ts';
import { type FoundValues, startFrom, staysOpen } from './open-values.ts';
import { connected, holds, type Puzzle, type Sum, solves, sumsOf } from './puzzle.ts';
import {
  asAudited,
  type CellState,
  firstState,
  hideState,
  isProtected,
  mayBeHidden,
  readerBound,
} from './reader-bounds.ts';

/**
 * Decides what of a whole release may be shown (health.md C.3, steps 2 to 5, and C.4): small counts are hidden, the others
 * rounded one by one, and more is hidden until a reader who knows every sum still has at least five whole numbers for
 * each small count. Where that cannot be reached, the release is too detailed.
 * Pass all tables at once, and sums with earlier releases as well. Throws RangeError for cells that are named twice or are
 * no count, for relations with unknown cells, and for sums that do not hold for the true counts.
 */
export function auditRelease(release: ReleaseToAudit): AuditedRelease {
  const { cells, relations } = release;
  const numbers = numberCells(release);
  const sums = relations.flatMap((relation) => sumsOfKnown(relation, numbers));
  const counts = cells.map(({ count }) => count);
  if (!sums.every((sum) => holds(sum, counts))) throw new RangeError('a sum of the release does not hold');
  const states = cells.map((cell) => firstState(cell, release));
  const ranks = ranksOf(release);
  const failing = new Set<string>();
  for (const members of connected(cells.length, sums)) {
    if (protectPart(states, members, sums, ranks)) continue;
    for (const member of members) failing.add(cells[member]?.id ?? '');
  }
  if (failing.size > 0) return { tooDetailed: true, failing };
  return {
    tooDetailed: false,
    cells: new Map(states.map((state) => [state.cell.id, asAudited(state)])),
    reasons: new Map(
      states.flatMap(({ cell, reason }): [string, HiddenReason][] => (reason === undefined ? [] : [[cell.id, reason]])),
    ),
  };
}

function numberCells({ cells }: ReleaseToAudit): ReadonlyMap<string, number> {
  const numbers = new Map(cells.map(({ id }, at) => [id, at]));
  if (numbers.size !== cells.length) throw new RangeError('two cells of the release have the same id');
  for (const { count, impossible } of cells) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a cell of the release is no count of people');
    if (impossible === true && count > 0) throw new RangeError('somebody is in a cell declared impossible');
  }
  return numbers;
}

function sumsOfKnown(relation: Relation, numbers: ReadonlyMap<string, number>): Sum[] {
  return sumsOf(relation, (id) => {
    const number = numbers.get(id);
    if (number === undefined) throw new RangeError('a relation of the release names an unknown cell');
    return number;
  });
}

function ranksOf({ cells, fixedOrder }: ReleaseToAudit): readonly number[] {
  const order = new Map((fixedOrder ?? []).map((id, at) => [id, at]));
  return cells.map(({ id }, at) => order.get(id) ?? order.size + at);
}

/** Hides in one part of the release, in `states`, until every protected cell stays open. False where that fails. */
function protectPart(
  states: CellState[],
  members: readonly number[],
  sums: readonly Sum[],
  ranks: readonly number[],
): boolean {
  const part = members.flatMap((member) => states[member] ?? []);
  if (!part.some(isProtected)) return true;
  const place = new Map(members.map((member, at) => [member, at]));
  const local = sums.flatMap((sum) => localSum(sum, place));
  const puzzleNow = (): Puzzle => ({
    bounds: part.map(readerBound),
    sums: local,
    truth: part.map(({ cell }) => cell.count),
  });
  let puzzle = puzzleNow();
  // An earlier release that said something else of the same people: what a reader makes of that cannot be told.
  if (!solves(puzzle, puzzle.truth)) return false;
  const found: FoundValues = startFrom(puzzle);
  for (let at = 0; at < part.length; at += 1) {
    for (let state = part[at]; state && isProtected(state) && !staysOpen(puzzle, at, found); state = part[at]) {
      const victim = nextToHide(part, local, at, (cell) => ranks[members[cell] ?? 0] ?? 0);
      const shown = victim === undefined ? undefined : part[victim];
      if (victim === undefined || !shown) return false;
      part[victim] = hideState(shown);
      puzzle = puzzleNow();
      if (!solves(puzzle, puzzle.truth)) return false;
    }
  }
  for (const [at, member] of members.entries()) states[member] = part[at] ?? (states[member] as CellState);
  return true;
}

function localSum(sum: Sum, place: ReadonlyMap<number, number>): Sum[] {
  const terms = sum.terms.flatMap(({ cell, factor }) => {
    const at = place.get(cell);
    return at === undefined ? [] : [{ cell: at, factor }];
  });
  return terms.length === 0 ? [] : [{ ...sum, terms }];
}

/**
 * What to hide next for a cell: the smallest shown count in a sum with it; where all of those are hidden already, one in a
 * sum with them, and so on. By the shown value, so that the choice among equals follows the fixed order, not the truth.
 */
function nextToHide(
  part: readonly CellState[],
  sums: readonly Sum[],
  cell: number,
  rankOf: (cell: number) => number,
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
      (one, other) => (part[one]?.shown ?? 0) - (part[other]?.shown ?? 0) || rankOf(one) - rankOf(other),
    );
    if (smallest !== undefined) return smallest;
    for (const at of beside) reached.add(at);
  }
  return undefined;
}

function canHide(state: CellState | undefined): boolean {
  return state !== undefined && mayBeHidden(state);
}
