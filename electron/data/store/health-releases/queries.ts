import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { LedgerRow, SnapshotKind, SnapshotRow } from './row.ts';

/** The snapshot of a period, or undefined while there is none. */
export function findSnapshot(
  db: ReadDb,
  communityId: CommunityId,
  kind: SnapshotKind,
  period: number,
): SnapshotRow | undefined {
  return statement<SnapshotRow>(
    db,
    'SELECT * FROM health_snapshots WHERE community_id = ? AND kind = ? AND period = ?',
  ).get(communityId, kind, period);
}

/** What was released from a snapshot for a question, as JSON; undefined where it was not asked yet. */
export function findRelease(db: ReadDb, snapshotId: number, question: string): string | undefined {
  return statement<{ released: string }>(
    db,
    'SELECT released FROM health_releases WHERE snapshot_id = ? AND question = ?',
  ).get(snapshotId, question)?.released;
}

/** The true counts behind the newest release of a question from an earlier snapshot of a kind; undefined without one. */
export function findToldBefore(
  db: ReadDb,
  { community_id, kind, period }: Pick<SnapshotRow, 'community_id' | 'kind' | 'period'>,
  question: string,
): string | undefined {
  const row = statement<{ told: string }>(
    db,
    `SELECT r.told FROM health_releases r JOIN health_snapshots s ON s.id = r.snapshot_id
     WHERE s.community_id = ? AND s.kind = ? AND s.period < ? AND r.question = ? AND r.told IS NOT NULL
     ORDER BY s.period DESC LIMIT 1`,
  ).get(community_id, kind, period, question);
  return row?.told;
}

/** Everyone behind the numbers released from a snapshot for a measure. */
export function readLedger(db: ReadDb, snapshotId: number, measure: string): readonly LedgerRow[] {
  return statement<LedgerRow>(
    db,
    'SELECT measure, first_word, bits FROM health_ledger WHERE snapshot_id = ? AND measure = ? ORDER BY id',
  ).all(snapshotId, measure);
}
