import { randomBytes } from 'node:crypto';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';
import { findSnapshot } from './queries.ts';
import type { LedgerRow, SnapshotKind, SnapshotRow } from './row.ts';

/** The snapshot of a period, begun where there is none: with a secret of its own. */
export function beginSnapshot(
  db: WriteDb,
  communityId: CommunityId,
  kind: SnapshotKind,
  period: number,
  at: Instant,
): SnapshotRow {
  return inTransaction(db, () => {
    statement(
      db,
      `INSERT INTO health_snapshots (community_id, kind, period, made_at, secret) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ).run(communityId, kind, period, at, randomBytes(16).toString('hex'));
    const snapshot = findSnapshot(db, communityId, kind, period);
    if (!snapshot) throw new Error('a snapshot that was just written can not be read');
    return snapshot;
  });
}

export interface NewRelease {
  readonly snapshotId: number;
  readonly question: string;
  /** Published values as JSON. */
  readonly released: string;
  /** True counts behind them as JSON, for the change limit of the next snapshot; null where there is none. */
  readonly told: string | null;
  readonly ledger: readonly LedgerRow[];
}

/** Keeps what was released for a question, with who stands behind it. A question answered before keeps its first answer. */
export function keepRelease(db: WriteDb, { snapshotId, question, released, told, ledger }: NewRelease): void {
  inTransaction(db, () => {
    const written = statement(
      db,
      'INSERT INTO health_releases (snapshot_id, question, released, told) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(snapshotId, question, released, told);
    if (written.changes === 0) return;
    const insert = statement(
      db,
      'INSERT INTO health_ledger (snapshot_id, measure, first_word, bits) VALUES (?, ?, ?, ?)',
    );
    for (const entry of ledger) insert.run(snapshotId, entry.measure, entry.first_word, entry.bits);
  });
}

/**
 * Destroys what is behind snapshots of weeks before the one before this: their ledgers, and counts that no later snapshot
 * is compared with.
 */
export function forgetOldWeeks(db: WriteDb, communityId: CommunityId, week: number): void {
  statement(
    db,
    `DELETE FROM health_snapshots WHERE community_id = @communityId AND kind = 'week' AND period < (
       SELECT max(period) FROM health_snapshots
       WHERE community_id = @communityId AND kind = 'week' AND period < @week)`,
  ).run({ communityId, week });
}
