import type { AuditedRelease, HiddenReason, Relation, ReleaseToAudit } from './audit-cells.ts';
import { type PartToProtect, protectPart } from './protect-part.ts';
import { connected, holds, type Sum, sumsOf } from './puzzle.ts';
import { asAudited, type CellState, firstState, isProtected } from './reader-bounds.ts';

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
  if (!sums.every((sum) => holds(sum, (cell) => cells[cell]?.count)))
    throw new RangeError('a sum of the release does not hold');
  const impossible = allImpossible(release);
  const states = cells.map((cell) =>
    firstState(impossible.has(cell.id) ? { ...cell, impossible: true } : cell, release),
  );
  const ranks = ranksOf(release);
  const failing = new Set<string>();
  const sumsOfPart = sumsByCell(cells.length, sums);
  for (const members of connected(cells.length, sums)) {
    if (!members.some((member) => isProtected(states[member] as CellState))) continue;
    const part = partOf(members, states, sumsOfPart, ranks, release.secret);
    if (!protectPart(part)) for (const { cell } of part.part) failing.add(cell.id);
    for (const [at, member] of members.entries()) states[member] = part.part[at] ?? (states[member] as CellState);
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

/** The sums that each cell is the first term of: together those of all cells of a part are the sums of the part, each once. */
function sumsByCell(cells: number, sums: readonly Sum[]): readonly (readonly Sum[])[] {
  const byCell = Array.from({ length: cells }, (): Sum[] => []);
  for (const sum of sums) byCell[sum.terms[0]?.cell ?? 0]?.push(sum);
  return byCell;
}

function partOf(
  members: readonly number[],
  states: readonly CellState[],
  sums: readonly (readonly Sum[])[],
  ranks: readonly number[],
  secret: string | undefined,
): PartToProtect {
  const place = new Map(members.map((member, at) => [member, at]));
  return {
    part: members.flatMap((member) => states[member] ?? []),
    sums: members.flatMap((member) => sums[member] ?? []).map((sum) => localSum(sum, place)),
    ranks: members.map((member) => ranks[member] ?? 0),
    secret,
  };
}

function localSum(sum: Sum, place: ReadonlyMap<number, number>): Sum {
  return { ...sum, terms: sum.terms.map(({ cell, factor }) => ({ cell: place.get(cell) ?? 0, factor })) };
}

/** With all parts a total cannot exist either, nor a part without its total. */
function allImpossible({ cells, relations }: ReleaseToAudit): ReadonlySet<string> {
  const known = new Set(cells.filter(({ impossible }) => impossible === true).map(({ id }) => id));
  for (let size = -1; size < known.size; ) {
    size = known.size;
    for (const { total, parts } of relations) {
      if (parts.every((part) => known.has(part))) known.add(total);
      if (known.has(total)) for (const part of parts) known.add(part);
    }
  }
  return known;
}
