import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { packOrdinals, unpackOrdinals } from './ordinal-set.ts';

/** A snapshot that groups were told from. `period`: local day number of the first day of its week or quarter. */
export interface ToldSnapshot {
  readonly communityId: CommunityId;
  readonly kind: 'week' | 'quarter';
  readonly period: number;
}

export interface ToldSplit {
  readonly question: string;
  /** What was counted of each row as JSON. */
  readonly counts: string;
  /** Ordinals of the people behind each number that was told, and the measure they are set off against others in. */
  readonly sets: readonly (ToldPeople & { readonly measure: string })[];
}

/** People behind one number, and the heading it stands under. */
export interface ToldPeople {
  readonly heading: string;
  readonly ordinals: readonly number[];
}

/**
 * Keeps who and how many stand behind a split that is about to be told. Where a crash came between this and the telling, it
 * is kept again with what is told now; the people kept first stay beside them, which can only make later answers more careful.
 */
export function keepToldSplit(db: WriteDb, snapshot: ToldSnapshot, { question, counts, sets }: ToldSplit): void {
  const { communityId, kind, period } = snapshot;
  statement(
    db,
    `INSERT INTO told_counts (community, kind, period, question, counts) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET counts = excluded.counts`,
  ).run(communityId, kind, period, question, counts);
  const insert = statement(
    db,
    'INSERT INTO told_sets (community, kind, period, measure, heading, bits) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { measure, heading, ordinals } of sets)
    insert.run(communityId, kind, period, measure, heading, packOrdinals(ordinals));
}

/** Ordinals of the people behind each number told from a snapshot for a measure. */
export function readToldSets(db: ReadDb, { communityId, kind, period }: ToldSnapshot, measure: string): ToldPeople[] {
  return statement<{ heading: string; bits: Buffer }>(
    db,
    'SELECT heading, bits FROM told_sets WHERE community = ? AND kind = ? AND period = ? AND measure = ? ORDER BY id',
  )
    .all(communityId, kind, period, measure)
    .map(({ heading, bits }) => ({ heading, ordinals: unpackOrdinals(bits) }));
}

/** What was counted of every question told from a snapshot. */
export function readToldCounts(
  db: ReadDb,
  { communityId, kind, period }: ToldSnapshot,
): readonly { readonly question: string; readonly counts: string }[] {
  return statement<{ question: string; counts: string }>(
    db,
    'SELECT question, counts FROM told_counts WHERE community = ? AND kind = ? AND period = ? ORDER BY question',
  ).all(communityId, kind, period);
}

/** Destroys what no further question of a snapshot needs: what was told from earlier ones of the kind. */
export function forgetToldBefore(db: WriteDb, { communityId, kind, period }: ToldSnapshot): void {
  statement(db, 'DELETE FROM told_sets WHERE community = ? AND kind = ? AND period < ?').run(communityId, kind, period);
  statement(db, 'DELETE FROM told_counts WHERE community = ? AND kind = ? AND period < ?').run(
    communityId,
    kind,
    period,
  );
}

/** Destroys everything told of a community. */
export function forgetToldOf(db: WriteDb, communityId: number): void {
  statement(db, 'DELETE FROM told_sets WHERE community = ?').run(communityId);
  statement(db, 'DELETE FROM told_counts WHERE community = ?').run(communityId);
  statement(db, 'DELETE FROM told_rows WHERE community = ?').run(communityId);
  statement(db, 'DELETE FROM held_people WHERE community = ?').run(communityId);
  statement(db, 'DELETE FROM held_terms WHERE community = ?').run(communityId);
}
