import { randomBytes } from 'node:crypto';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';
import { findSnapshot } from './queries.ts';
import type { SnapshotKind, SnapshotRow } from './row.ts';

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
}

/** Keeps what was released, all or nothing. A question answered before keeps its first answer. */
export function keepReleases(db: WriteDb, releases: readonly NewRelease[]): void {
  inTransaction(db, () => {
    for (const { snapshotId, question, released } of releases) {
      statement(
        db,
        'INSERT INTO health_releases (snapshot_id, question, released) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      ).run(snapshotId, question, released);
    }
  });
}

/** As `keepReleases`, for one. */
export function keepRelease(db: WriteDb, release: NewRelease): void {
  keepReleases(db, [release]);
}

/** Destroys what was released from snapshots of earlier weeks: nothing of them is shown any more. */
export function forgetOldWeeks(db: WriteDb, communityId: CommunityId, week: number): void {
  statement(db, `DELETE FROM health_snapshots WHERE community_id = ? AND kind = 'week' AND period < ?`).run(
    communityId,
    week,
  );
}
