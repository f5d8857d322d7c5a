import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { SnapshotKind, SnapshotRow } from './row.ts';

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

/** The newest snapshot of a kind; undefined where there is none. */
export function findNewestSnapshot(db: ReadDb, communityId: CommunityId, kind: SnapshotKind): SnapshotRow | undefined {
  return statement<SnapshotRow>(
    db,
    'SELECT * FROM health_snapshots WHERE community_id = ? AND kind = ? ORDER BY period DESC LIMIT 1',
  ).get(communityId, kind);
}

/** What was released from a snapshot for a question, as JSON; undefined where it was not asked yet. */
export function findRelease(db: ReadDb, snapshotId: number, question: string): string | undefined {
  return statement<{ released: string }>(
    db,
    'SELECT released FROM health_releases WHERE snapshot_id = ? AND question = ?',
  ).get(snapshotId, question)?.released;
}

/** What the newest snapshot of a kind up to a period released for a question, and of which period; undefined where none did. */
export function findNewestRelease(
  db: ReadDb,
  { communityId, kind, upTo }: { communityId: CommunityId; kind: SnapshotKind; upTo: number },
  question: string,
): { readonly period: number; readonly released: string } | undefined {
  return statement<{ period: number; released: string }>(
    db,
    `SELECT period, released FROM health_releases JOIN health_snapshots ON health_snapshots.id = snapshot_id
     WHERE community_id = ? AND kind = ? AND period <= ? AND question = ? ORDER BY period DESC LIMIT 1`,
  ).get(communityId, kind, upTo, question);
}

/** Everything that was released from a snapshot: the question and what was said, as JSON. */
export function listReleases(
  db: ReadDb,
  snapshotId: number,
): readonly { readonly question: string; readonly released: string }[] {
  return statement<{ question: string; released: string }>(
    db,
    'SELECT question, released FROM health_releases WHERE snapshot_id = ? ORDER BY question',
  ).all(snapshotId);
}
