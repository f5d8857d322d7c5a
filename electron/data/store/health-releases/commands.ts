import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';
import { findSnapshot } from './queries.ts';
import type { LedgerRow, SnapshotKind } from './row.ts';

export interface NewRelease {
  readonly communityId: CommunityId;
  readonly kind: SnapshotKind;
  readonly period: number;
  readonly question: string;
  /** Published values as JSON. */
  readonly released: string;
  readonly ledger: readonly LedgerRow[];
  readonly at: Instant;
}

/**
 * Keeps what was released for a question, with who stands behind it. A question answered before keeps its first answer.
 * Snapshots of earlier weeks go, and their ledgers with them: nothing more can be asked of them.
 */
export function keepRelease(db: WriteDb, release: NewRelease): void {
  const { communityId, kind, period, question, released, ledger, at } = release;
  inTransaction(db, () => {
    if (kind === 'week') {
      statement(db, `DELETE FROM health_snapshots WHERE community_id = ? AND kind = 'week' AND period < ?`).run(
        communityId,
        period,
      );
    }
    statement(
      db,
      'INSERT INTO health_snapshots (community_id, kind, period, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(communityId, kind, period, at);
    const snapshot = findSnapshot(db, communityId, kind, period);
    if (!snapshot) throw new Error('a snapshot that was just written can not be read');
    const written = statement(
      db,
      'INSERT INTO health_releases (snapshot_id, question, released) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(snapshot.id, question, released);
    if (written.changes === 0) return;
    const insert = statement(
      db,
      'INSERT INTO health_ledger (snapshot_id, measure, first_word, bits) VALUES (?, ?, ?, ?)',
    );
    for (const entry of ledger) insert.run(snapshot.id, entry.measure, entry.first_word, entry.bits);
  });
}
