import type { SplitCrossing } from '../../../../../shared/domain/health/split.ts';
import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { roundedCount } from '../counts.ts';
import type { DisclosureRules } from '../rules.ts';
import type { HeldRow } from './held-rows.ts';
import { hidesForGroup } from './hides-for-group.ts';
import { rowCells } from './row-cells.ts';
import { type CountedRow, countsOf } from './row-counts.ts';
import type { SplitTable, ToldRow } from './split-table.ts';

/** A table with what other rules say of its rows. */
export interface TableToAudit extends SplitTable {
  /** Rows that another rule hides whatever their size: the ledger. */
  readonly refused: ReadonlySet<string>;
  /** Every row beside what was told before: the counts that are told again, because few came or went since. */
  readonly held: ReadonlyMap<string, HeldRow>;
  /** Rows that readers know, or will whatever becomes of the others: they are shown, and others hidden for their sake. */
  readonly certain?: ReadonlySet<string>;
}

export interface SplitToAudit {
  /** Every crossing of the measure: a reader may ask for all of them. */
  readonly tables: readonly TableToAudit[];
  /** What other questions told of the same measure: their rows share out the same people where nobody skipped one. */
  readonly beside: readonly ToldRow[];
  readonly rules: DisclosureRules;
  /** Random, kept with the snapshot. */
  readonly secret: string;
}

/** Which rows of each table may not be shown, or that the split is too detailed to protect. */
export type AuditedSplit = ReadonlyMap<SplitCrossing, ReadonlySet<string>> | 'too-detailed';

/** One row as the audit sees it: its cells, and what they add up with. */
interface AuditRow {
  readonly cross: SplitCrossing;
  readonly heading: string;
  readonly counts: readonly number[];
  readonly cells: readonly string[];
}

/**
 * The whole split through the audit (health.md C.4): every count of every row of every crossing, and the sums a reader can
 * form: a group and all others are everybody under a heading, and a group's headings add up to the group. A row with one
 * hidden count is hidden whole, because what is derived from the rest would lead back to it.
 */
export function auditSplit({ tables, beside, rules, secret }: SplitToAudit): AuditedSplit {
  const cells = new Cells();
  const rows: AuditRow[] = [];
  for (const table of tables) rows.push(...rowsOf(table, rules, cells));
  const told = beside.map((row) => toldRow(row, cells));
  const compares = tables.some(({ raw }) => raw.kind !== 'shares');
  for (const group of byHeading([...rows, ...told])) {
    if (compares) relateRests(group, cells);
    else relateWholes(group, cells);
  }
  if (!compares) for (const group of byHeading(rows)) relateParts(group, cells);
  for (const table of tables) relateHeadings(table, tables, cells);
  const audited = auditRelease({ cells: cells.all, relations: cells.relations, rules, secret });
  if (audited.tooDetailed) return 'too-detailed';
  const isHidden = (id: string): boolean => {
    const cell = audited.cells.get(id);
    return cell !== undefined && 'hidden' in cell;
  };
  return new Map(
    tables.map((table) => [
      table.cross,
      new Set(
        table.raw.rows
          .filter(
            (row) => !isAudited(row) || countsOf(row).some((_, place) => isHidden(cellId(table.cross, row.id, place))),
          )
          .map(({ id }) => id),
      ),
    ]),
  );
}

/** Cells and sums as they are found. */
class Cells {
  readonly all: AuditCell[] = [];
  readonly relations: Relation[] = [];
  readonly #ids = new Set<string>();

  add(cell: AuditCell): void {
    if (this.#ids.has(cell.id)) return;
    this.#ids.add(cell.id);
    this.all.push(cell);
  }

  /** A total that is not told: a reader knows that it is the same in every sum, and no more. */
  addUnseen(id: string, count: number): string {
    this.add({ id, count, sensitive: false, published: 'hidden' });
    return id;
  }
}

/** Nobody at all under a heading: its rows are hidden, and nothing can be worked out of them. */
function isAudited(row: CountedRow): boolean {
  return countsOf(row).some((count) => count > 0);
}

function cellId(cross: SplitCrossing, row: string, place: number): string {
  return `${cross} ${row} ${place}`;
}

function rowsOf(table: TableToAudit, rules: DisclosureRules, cells: Cells): AuditRow[] {
  const { cross, raw, rows } = table;
  const headings = new Map(rows.map(({ id, heading }) => [id, heading]));
  return raw.rows.filter(isAudited).map((row): AuditRow => {
    const counts = countsOf(row);
    for (const cell of cellsOf(row, table, rules)) cells.add(cell);
    return {
      cross,
      heading: headings.get(row.id) ?? '',
      counts,
      cells: counts.map((_, place) => cellId(cross, row.id, place)),
    };
  });
}

function cellsOf(row: CountedRow, table: TableToAudit, rules: DisclosureRules): AuditCell[] {
  const { cross, refused, held } = table;
  const before = held.get(row.id);
  const alike = hidesForGroup(row, table, before);
  const hides = (place: number) => refused.has(row.id) || alike.has(place);
  const told = before?.counts.map((count, place) => (before.held[place] ? count : undefined));
  const ruling = { hides, told, staysHidden: before?.staysHidden ?? false };
  const cells = rowCells(countsOf(row), (place) => cellId(cross, row.id, place), ruling, rules);
  return table.certain?.has(row.id) ? certainCells(cells, rules) : cells;
}

/** A row with a count that the rules hide is certain to nobody. */
function certainCells(cells: readonly AuditCell[], rules: DisclosureRules): AuditCell[] {
  const shown = cells.map(({ count, carried, hideFor, published }) =>
    hideFor === undefined && published === undefined ? (carried ?? roundedCount(count, rules)) : undefined,
  );
  return cells.map((cell, at) => {
    const said = shown[at];
    return said === undefined || shown.includes(undefined) ? cell : { ...cell, published: said };
  });
}

function toldRow({ id, cross, heading, counts, shown, carried }: ToldRow, cells: Cells): AuditRow {
  const ids = counts.map((_, place) => `told ${id} ${place}`);
  for (const [place, count] of counts.entries()) {
    const said = shown?.[place];
    const cell = { id: ids[place] ?? '', count, sensitive: true };
    if (said === undefined) cells.add({ ...cell, published: 'hidden' });
    // Nothing that was said is taken back; a carried value says less of the count of now.
    else cells.add({ ...cell, published: said, ...(isCarried(carried, place) ? { carried: said } : {}) });
  }
  return { cross, heading, counts, cells: ids };
}

/** Kept before counts were held one by one, it spoke of the whole row. */
function isCarried(carried: ToldRow['carried'], place: number): boolean {
  return typeof carried === 'boolean' ? carried : (carried[place] ?? false);
}

function byHeading(rows: readonly AuditRow[]): readonly (readonly AuditRow[])[] {
  const headings = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const heading = `${row.cross} ${row.heading}`;
    const known = headings.get(heading);
    if (known) known.push(row);
    else headings.set(heading, [row]);
  }
  return [...headings.values()];
}

/** A group and all others are everybody: the same sum for every row, which nobody is shown. */
function relateRests(rows: readonly AuditRow[], cells: Cells): void {
  for (const { cross, heading, counts, cells: ids } of rows) {
    for (const [part, rest] of [
      [0, 2],
      [1, 3],
    ] as const) {
      const [own, others] = [ids[part], ids[rest]];
      if (own === undefined || others === undefined) continue;
      const sum = (counts[part] ?? 0) + (counts[rest] ?? 0);
      const total = cells.addUnseen(`all ${cross} ${heading} ${part} ${sum}`, sum);
      cells.relations.push({ total, parts: [own, others], kind: 'equals' });
    }
  }
}

/** The whole that shares are of is the same for every row of a heading. */
function relateWholes(rows: readonly AuditRow[], cells: Cells): void {
  for (const { cross, heading, counts, cells: ids } of rows) {
    const whole = counts[1] ?? 0;
    const total = cells.addUnseen(`whole ${cross} ${heading} ${whole}`, whole);
    if (ids[1] !== undefined) cells.relations.push({ total, parts: [ids[1]], kind: 'equals' });
  }
}

/** Groups as parts of all who answered: they add up where one answer was allowed, and overlap where several were. */
function relateParts(rows: readonly AuditRow[], cells: Cells): void {
  const [first] = rows;
  if (!first) return;
  const whole = first.counts[1] ?? 0;
  const parts = rows.map(({ counts }) => counts[0] ?? 0);
  const sum = parts.reduce((all, part) => all + part, 0);
  if (rows.some(({ counts }) => counts[1] !== whole) || sum < whole || parts.some((part) => part > whole)) return;
  const total = cells.addUnseen(`whole ${first.cross} ${first.heading} ${whole}`, whole);
  const kind = sum === whole ? 'equals' : 'at-most';
  cells.relations.push({ total, parts: rows.flatMap(({ cells: [part] }) => part ?? []), kind });
}

/** A group's rows under all headings are the group, but for people who stand under none. */
function relateHeadings(table: TableToAudit, tables: readonly TableToAudit[], cells: Cells): void {
  const whole = tables.find(({ cross }) => cross === 'none');
  if (!whole || table.cross === 'none') return;
  const counts = new Map(table.raw.rows.filter(isAudited).map((row) => [row.id, countsOf(row)]));
  for (const all of whole.raw.rows.filter(isAudited)) {
    const code = whole.rows.find(({ id }) => id === all.id)?.code;
    const parts = table.rows.filter((row) => row.code === code && counts.has(row.id));
    for (const [place, count] of countsOf(all).entries()) {
      const sum = parts.reduce((added, { id }) => added + (counts.get(id)?.[place] ?? 0), 0);
      // Counted at one time from the same facts, parts can't be more than the whole; people under no heading are the rest.
      if (sum > count) continue;
      const ids = parts.map(({ id }) => cellId(table.cross, id, place));
      const rest = `rest ${table.cross} ${all.id} ${place}`;
      if (sum < count) cells.add({ id: rest, count: count - sum, sensitive: true, published: 'hidden' });
      cells.relations.push({
        total: cellId('none', all.id, place),
        parts: sum < count ? [...ids, rest] : ids,
        kind: 'equals',
      });
    }
  }
}
