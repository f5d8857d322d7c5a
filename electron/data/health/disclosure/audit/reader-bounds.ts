import { isTooSmall, roundedCount } from '../counts.ts';
import { midpointRound } from '../midpoint.ts';
import type { DisclosureRules } from '../rules.ts';
import type { AuditCell, AuditedCell, HiddenReason, ReleaseToAudit } from './audit-cells.ts';

/** What a reader knows of one count before adding anything up: whole numbers from `low` to `high`. */
export interface Bound {
  readonly low: number;
  readonly high: number;
}

/** A cell under the rules it falls under, and what is shown of it so far. */
export interface CellState {
  readonly cell: AuditCell;
  readonly rules: DisclosureRules;
  /** Undefined while it is hidden. */
  readonly shown: number | undefined;
  readonly reason: HiddenReason | undefined;
}

/** Primary hiding and rounding: what would be shown of a cell if nothing stood beside it. */
export function firstState(cell: AuditCell, release: ReleaseToAudit): CellState {
  const rules = rulesOf(cell, release);
  const state = { cell, rules };
  if (cell.impossible === true) return { ...state, shown: 0, reason: undefined };
  if (cell.unseen === true) return { ...state, shown: undefined, reason: 'secondary' };
  if (typeof cell.published === 'number') return { ...state, shown: cell.published, reason: undefined };
  if (cell.carried !== undefined) return { ...state, shown: cell.carried, reason: undefined };
  if (isTooSmall(cell.count, rules)) return { ...state, shown: undefined, reason: 'primary' };
  const hideFor = cell.hideFor ?? (cell.published === 'hidden' ? 'secondary' : undefined);
  return hideFor === undefined
    ? { ...state, shown: shownOf(cell, rules), reason: undefined }
    : { ...state, shown: undefined, reason: hideFor };
}

function shownOf(cell: AuditCell, rules: DisclosureRules): number | undefined {
  return isInBlocks(cell, rules) ? midpointRound(cell.count, rules.midpoint) : roundedCount(cell.count, rules);
}

function rulesOf(cell: AuditCell, { rules, otherRules }: ReleaseToAudit): DisclosureRules {
  const own = cell.sensitive ? rules : (otherRules ?? { ...rules, threshold: 0, hideZero: false });
  if (own.threshold === 0) return own;
  const hideZero = own.hideZero || cell.hidesZero === true;
  return isInBlocks(cell, own) ? { ...own, hideZero, threshold: own.midpoint } : { ...own, hideZero };
}

function isInBlocks({ inBlocks }: AuditCell, { midpoint }: DisclosureRules): boolean {
  return inBlocks === true && midpoint > 0;
}

/** Bounds of health.md C.4. Nobody would be shown as 0 where zeros are shown, so a hidden small count is at least 1 there. */
export function readerBound({ cell, rules, shown, reason }: CellState): Bound {
  if (cell.impossible === true) return { low: 0, high: 0 };
  if (shown === undefined) {
    if (reason !== 'primary') return { low: 0, high: Number.POSITIVE_INFINITY };
    return { low: rules.hideZero ? 0 : 1, high: rules.threshold };
  }
  const slack = Math.floor(rules.rounding / 2);
  // "No reportable change" says that at most T came or went since its row moved, and that it was off by at most T then.
  if (cell.carried !== undefined) return around(shown, slack + 2 * rules.threshold);
  // An earlier release may have had a lower threshold.
  if (cell.published !== undefined) return around(shown, slack);
  if (shown === 0 && rules.threshold > 0) return { low: 0, high: 0 };
  if (isInBlocks(cell, rules)) return { low: shown - rules.midpoint / 2 + 1, high: shown + rules.midpoint / 2 };
  const lowest = rules.threshold > 0 ? rules.threshold + 1 : 0;
  return { low: Math.max(lowest, shown - slack), high: shown + slack };
}

function around(value: number, slack: number): Bound {
  return { low: Math.max(0, value - slack), high: value + slack };
}

/** Whether the audit has to leave a reader several values for this cell. */
export function isProtected({ cell, rules, reason }: CellState): boolean {
  if (cell.impossible === true || typeof cell.published === 'number') return false;
  if (cell.carried !== undefined) return isTooSmall(cell.count, rules);
  return reason !== undefined && reason !== 'secondary';
}

/** Whether the audit may hide a shown cell. What was said before or is known anyway cannot be taken back. */
export function mayBeHidden({ cell, shown }: CellState): boolean {
  const said = cell.published !== undefined || cell.carried !== undefined || cell.stands === true;
  return shown !== undefined && cell.impossible !== true && !said;
}

/** The cell hidden for the sake of another one. */
export function hideState(state: CellState): CellState {
  return { ...state, shown: undefined, reason: 'secondary' };
}

/** The cell as a reader may see it. */
export function asAudited({ cell, shown }: CellState): AuditedCell {
  if (cell.impossible === true) return { impossible: true };
  return shown === undefined ? { hidden: true } : { shown };
}
