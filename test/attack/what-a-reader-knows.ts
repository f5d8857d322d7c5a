import type {
  AuditCell,
  AuditedCell,
  ReleaseToAudit,
} from '../../electron/data/health/disclosure/audit/audit-cells.ts';
import type { DisclosureRules } from '../../electron/data/health/disclosure/rules.ts';
import { Reader, type Riddle } from './reader.ts';

/** More people than any cell of an attacked release has. */
const MOST_PEOPLE = 4000;

/** How a count looks by itself under the rules of C.2. */
function looks(count: number, rules: DisclosureRules): string {
  if (count <= rules.threshold && (count > 0 || rules.hideZero)) return '[c]';
  return String(Math.round(count / rules.rounding) * rules.rounding);
}

/** Whether the count of a cell is a secret: a small count that no earlier release has told. */
export function isSecret(cell: AuditCell, release: ReleaseToAudit): boolean {
  if (cell.impossible === true || typeof cell.published === 'number') return false;
  return cell.hideFor !== undefined || looks(cell.count, rulesOf(cell, release)) === '[c]';
}

function rulesOf(cell: AuditCell, { rules, otherRules }: ReleaseToAudit): DisclosureRules {
  return cell.sensitive ? rules : (otherRules ?? { ...rules, threshold: 0, hideZero: false });
}

/** Counts that would look as a cell is shown. The reader has guessed which hidden cells are small and which are not. */
function rangeOf(cell: AuditCell, display: AuditedCell, release: ReleaseToAudit): readonly [number, number] {
  const rules = rulesOf(cell, release);
  if ('impossible' in display) return [0, 0];
  if ('hidden' in display) {
    const isSmall = looks(cell.count, rules) === '[c]';
    return isSmall ? [rules.hideZero ? 0 : 1, rules.threshold] : [0, MOST_PEOPLE];
  }
  // Off by T when its row moved last, and by T people who came or went since.
  if (cell.carried !== undefined) return around(display.shown, 2 * rules.threshold + Math.floor(rules.rounding / 2));
  if (cell.published !== undefined) return around(display.shown, Math.floor(rules.rounding / 2));
  let low = Math.max(0, display.shown - rules.rounding);
  while (looks(low, rules) !== String(display.shown)) low += 1;
  let high = low;
  while (looks(high + 1, rules) === String(display.shown)) high += 1;
  return [low, high];
}

function around(value: number, reach: number): readonly [number, number] {
  return [Math.max(0, value - reach), value + reach];
}

/** What all displays of a release together ask a reader to work out. */
export function riddleOf(release: ReleaseToAudit, display: (id: string) => AuditedCell): Riddle {
  const numbers = new Map(release.cells.map(({ id }, at) => [id, at]));
  const sums = (kind: 'equals' | 'at-most') =>
    release.relations
      .filter((relation) => relation.kind === kind)
      .map(({ total, parts }) => [total, ...parts].map((id) => numbers.get(id)!));
  return {
    ranges: release.cells.map((cell) => rangeOf(cell, display(cell.id), release)),
    equal: sums('equals'),
    atMost: sums('at-most'),
  };
}

/** For every secret of a release, how many values it may still have; and how many questions the reader gave up on. */
export function valuesLeftOf(
  release: ReleaseToAudit,
  display: (id: string) => AuditedCell,
): { readonly left: ReadonlyMap<string, number>; readonly undecided: number } {
  const reader = new Reader(riddleOf(release, display));
  const left = new Map<string, number>();
  const empty = emptyByDefinition(release);
  for (const [at, cell] of release.cells.entries()) {
    if (isSecret(cell, release) && !empty.has(cell.id)) left.set(cell.id, reader.valuesLeft(at).length);
  }
  return { left, undecided: reader.undecided };
}

/** Cells that anybody knows to be empty who knows which cannot exist, and nothing that is published. */
function emptyByDefinition(release: ReleaseToAudit): ReadonlySet<string> {
  const unpublished = riddleOf(release, () => ({ hidden: true }));
  const ranges = release.cells.map(({ impossible }): [number, number] => [0, impossible === true ? 0 : MOST_PEOPLE]);
  const known = new Reader({ ...unpublished, ranges }).atFirstSight();
  return new Set(release.cells.filter((_, at) => known[at]![1] === 0).map(({ id }) => id));
}
