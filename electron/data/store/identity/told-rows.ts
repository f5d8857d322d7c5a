import { randomInt } from 'node:crypto';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { packOrdinals, packSets, unpackOrdinals, unpackSets } from './ordinal-set.ts';
import type { ToldSnapshot } from './told-splits.ts';

/** Thirteen weeks: as long as an answer is held after everything remembered was erased. In days. */
export const REMEMBERED_DAYS = 91;
/** Frozen quarters are told again in reports of the year after. In days. */
const REMEMBERED_QUARTERS_DAYS = 460;

/** A row of a table as it stands: told, or hidden at these counts. */
export interface KeptRow {
  /** Name of its table. */
  readonly question: string;
  readonly row: string;
  /** Rows of one shape have the same counts in the same order. */
  readonly shape: string;
  readonly hidden: boolean;
  readonly counts: readonly number[];
  /** Ordinals of who stood behind the row when something of it last moved. */
  readonly people: readonly (readonly number[])[];
  /** Ordinals of who was counted in each count as it stands; empty where a count is not of people. */
  readonly cells: readonly (readonly number[])[];
  /** What was said last of its curves, as JSON; null where nothing was. */
  readonly curves: string | null;
}

/** A row that was kept; its sets are unpacked when they are looked at. */
export interface RememberedRow extends Pick<ToldSnapshot, 'kind' | 'period'>, Omit<KeptRow, 'people' | 'cells'> {
  readonly id: number;
  readonly people: () => number[][];
  readonly cells: () => number[][];
}

interface Row {
  readonly id: number;
  readonly kind: 'week' | 'quarter';
  readonly question: string;
  readonly row: string;
  readonly period: number;
  readonly shape: string;
  readonly hidden: number;
  readonly counts: string;
  readonly people: Buffer;
  readonly cells: Buffer;
  readonly curves: string | null;
}

/** Every remembered row of a community, what was told last first. */
export function readRememberedRows(db: ReadDb, communityId: number): readonly RememberedRow[] {
  const sql = 'SELECT * FROM told_rows WHERE community = ? ORDER BY period DESC, id DESC';
  return statement<Row>(db, sql)
    .all(communityId)
    .map(({ hidden, counts, people, cells, ...row }) => ({
      ...row,
      hidden: hidden === 1,
      counts: JSON.parse(counts) as number[],
      people: () => unpackSets(people),
      cells: () => unpackSets(cells),
    }));
}

/** Communities of which anything was told by group. */
export function listToldCommunities(db: ReadDb): readonly CommunityId[] {
  const rows = statement<{ community: CommunityId }>(db, 'SELECT DISTINCT community FROM told_rows').all();
  return rows.map(({ community }) => community);
}

/** Keeps a row as it stands now, beside what it was before. */
export function keepRow(db: WriteDb, { communityId, kind, period }: ToldSnapshot, row: KeptRow): void {
  const { question, row: id, shape, hidden, counts, people, cells, curves } = row;
  statement(
    db,
    `INSERT INTO told_rows (community, kind, question, row, period, shape, hidden, counts, people, cells, curves)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[communityId, kind, question, id, period, shape, Number(hidden), JSON.stringify(counts)],
    ...[packSets(people), packSets(cells), curves],
  );
}

/** Notes that a row stood as it was in a later snapshot. */
export function standRow(db: WriteDb, id: number, period: number): void {
  statement(db, 'UPDATE told_rows SET period = max(period, ?) WHERE id = ?').run(period, id);
}

/** Larger than any ordinal of a member: these are nobody's. */
const FIRST_NOBODY = 2 ** 31;
const LAST_NOBODY = 2 ** 34;

/**
 * Puts somebody nobody knows in the place of a person in everything that was told: who was counted is still remembered, so
 * that what is told next can't be set off against it, and no longer who they are. Call it inside a transaction.
 */
export function forgetWhoIn(db: WriteDb, ordinal: number): void {
  const nobody = randomInt(FIRST_NOBODY, LAST_NOBODY);
  const replaced = (ordinals: readonly number[]): number[] => ordinals.map((one) => (one === ordinal ? nobody : one));
  const rows = statement<{ id: number; people: Buffer; cells: Buffer }>(
    db,
    'SELECT id, people, cells FROM told_rows',
  ).all();
  for (const { id, people, cells } of rows) {
    const sets = [unpackSets(people), unpackSets(cells)] as const;
    if (!sets.some((part) => part.some((set) => set.includes(ordinal)))) continue;
    const [newPeople, newCells] = sets.map((part) => packSets(part.map(replaced)));
    statement(db, 'UPDATE told_rows SET people = ?, cells = ? WHERE id = ?').run(newPeople, newCells, id);
  }
  for (const table of ['told_sets', 'held_terms'] as const) {
    const kept = statement<{ rowid: number; bits: Buffer }>(db, `SELECT rowid, bits FROM ${table}`).all();
    for (const { rowid, bits } of kept) {
      const set = unpackOrdinals(bits);
      if (!set.includes(ordinal)) continue;
      statement(db, `UPDATE ${table} SET bits = ? WHERE rowid = ?`).run(packOrdinals(replaced(set)), rowid);
    }
  }
}

/** Destroys rows that stood for the last time long before a snapshot, but for what each table was told last. */
export function forgetOldRows(db: WriteDb, { communityId, kind, period }: ToldSnapshot): void {
  const days = kind === 'week' ? REMEMBERED_DAYS : REMEMBERED_QUARTERS_DAYS;
  statement(
    db,
    `DELETE FROM told_rows WHERE community = @communityId AND kind = @kind AND period < @before AND id < (
       SELECT max(t.id) FROM told_rows t WHERE t.community = @communityId AND t.kind = @kind
         AND t.question = told_rows.question AND t.row = told_rows.row)`,
  ).run({ communityId, kind, before: period - days });
}
