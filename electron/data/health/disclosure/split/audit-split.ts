import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { roundedCount } from '../counts.ts';
import { sharesOneOutcome } from '../group-disclosure.ts';
import type { DisclosureRules } from '../rules.ts';
import { type CountedResult, type CountedRow, countsOf } from './row-counts.ts';

export interface SplitToAudit {
  readonly raw: CountedResult;
  readonly rules: DisclosureRules;
  /** Random, kept with the snapshot. */
  readonly secret: string;
  /** Rows that another rule hides whatever their size: the ledger. */
  readonly refused: ReadonlySet<string>;
  /** Rows told as in an earlier snapshot, because a few people came or went since, with the counts told then. */
  readonly carried: ReadonlyMap<string, readonly number[]>;
}

/** Which rows may be shown, or that the split is too detailed to protect. */
export type AuditedSplit = { readonly hidden: ReadonlySet<string> } | 'too-detailed';

/**
 * The whole split through the audit: every count of every row, and the sums a reader can form over rows of one heading
 * (all who answered; a group and all others). A row with one hidden count is hidden whole, because what is derived from
 * the rest would lead back to it.
 */
export function auditSplit({ raw, rules, secret, refused, carried }: SplitToAudit): AuditedSplit {
  const cells: AuditCell[] = [];
  const relations: Relation[] = [];
  for (const [at, rows] of [...byHeading(raw.rows)].entries()) {
    for (const row of rows) cells.push(...cellsOf(row, { raw, rules, refused, carried }));
    if (raw.kind === 'shares') relateParts(String(at), rows, cells, relations);
    else relateRests(String(at), rows, cells, relations);
  }
  const audited = auditRelease({ cells, relations, rules, secret });
  if (audited.tooDetailed) return 'too-detailed';
  const isHidden = (row: CountedRow): boolean =>
    countsOf(row).some((_, place) => {
      const cell = audited.cells.get(cellId(row, place));
      return cell !== undefined && 'hidden' in cell;
    });
  return { hidden: new Set(raw.rows.filter(isHidden).map(({ id }) => id)) };
}

function byHeading(rows: readonly CountedRow[]): readonly (readonly CountedRow[])[] {
  const headings = new Map<string, CountedRow[]>();
  for (const row of rows) {
    const heading = JSON.stringify(('facet' in row ? row.facet : undefined) ?? null);
    headings.set(heading, [...(headings.get(heading) ?? []), row]);
  }
  return [...headings.values()];
}

function cellId({ id }: CountedRow, place: number): string {
  return `${id} ${place}`;
}

function cellsOf(row: CountedRow, { raw, rules, refused, carried }: Omit<SplitToAudit, 'secret'>): AuditCell[] {
  const counts = countsOf(row);
  const [part = 0, whole = 0] = counts;
  const alike = raw.kind === 'gaps' && sharesOneOutcome(part, whole);
  const told = carried.get(row.id);
  return counts.map((count, place): AuditCell => {
    const cell = { id: cellId(row, place), count, sensitive: true };
    if (refused.has(row.id) || (alike && place === 0)) return { ...cell, hideFor: 'group' };
    if (told === undefined) return cell;
    const shown = roundedCount(told[place] ?? 0, rules);
    return shown === undefined ? { ...cell, hideFor: 'group' } : { ...cell, carried: shown };
  });
}

/** A group and all others are everybody: the same sum for every row, which nobody is shown. */
function relateRests(heading: string, rows: readonly CountedRow[], cells: AuditCell[], relations: Relation[]): void {
  for (const row of rows) {
    const counts = countsOf(row);
    if (counts.length < 4) continue;
    for (const [part, rest] of [
      [0, 2],
      [1, 3],
    ] as const) {
      const sum = (counts[part] ?? 0) + (counts[rest] ?? 0);
      const total = `all ${heading} ${part} ${sum}`;
      if (!cells.some(({ id }) => id === total)) cells.push(unseen(total, sum));
      relations.push({ total, parts: [cellId(row, part), cellId(row, rest)], kind: 'equals' });
    }
  }
}

/** Groups as parts of all who answered: they add up where one answer was allowed, and overlap where several were. */
function relateParts(heading: string, rows: readonly CountedRow[], cells: AuditCell[], relations: Relation[]): void {
  const [first] = rows;
  if (!first) return;
  const parts = rows.map((row) => countsOf(row)[0] ?? 0);
  const whole = countsOf(first)[1] ?? 0;
  const sameWhole = rows.every((row) => countsOf(row)[1] === whole);
  const sum = parts.reduce((all, part) => all + part, 0);
  if (!sameWhole || sum < whole || parts.some((part) => part > whole)) return;
  const total = `all ${heading}`;
  cells.push(unseen(total, whole));
  relations.push({
    total,
    parts: rows.map((row) => cellId(row, 0)),
    kind: sum === whole ? 'equals' : 'at-most',
  });
  for (const row of rows) relations.push({ total, parts: [cellId(row, 1)], kind: 'equals' });
}

/** A total that is not told: a reader knows that it is the same in every sum, and no more. */
function unseen(id: string, count: number): AuditCell {
  return { id, count, sensitive: false, published: 'hidden' };
}
