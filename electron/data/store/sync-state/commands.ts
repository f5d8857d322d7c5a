import type { CommunityId, Instant, SyncRunId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { RunCounts, SyncRunRow, SyncStream } from './row.ts';

/** Stores where reading a list goes on. Belongs into the transaction of the page that was read. */
export function saveCursor(
  db: WriteDb,
  communityId: CommunityId,
  stream: SyncStream,
  cursor: string,
  at: Instant,
): void {
  const sql = 'INSERT OR REPLACE INTO sync_cursors (community_id, stream, cursor, updated_at) VALUES (?, ?, ?, ?)';
  statement(db, sql).run(communityId, stream, cursor, at);
}

/** Starts a list from its beginning next time. */
export function clearCursor(db: WriteDb, communityId: CommunityId, stream: SyncStream): void {
  statement(db, 'DELETE FROM sync_cursors WHERE community_id = ? AND stream = ?').run(communityId, stream);
}

/** Counts up and answers the number of the reading of the open list that now begins. */
export function nextGeneration(db: WriteDb, communityId: CommunityId): number {
  const sql = `INSERT INTO sync_states (community_id, generation) VALUES (?, 1)
    ON CONFLICT DO UPDATE SET generation = generation + 1 RETURNING generation`;
  return statement<{ generation: number }>(db, sql).get(communityId)?.generation ?? 1;
}

/** Writes down why reading stopped and when it may go on; nulls when all went well. */
export function recordTrouble(
  db: WriteDb,
  communityId: CommunityId,
  trouble: { failures: number; code: string | null; retryAt: Instant | null },
): void {
  statement(
    db,
    `INSERT INTO sync_states (community_id, failures, last_error_code, retry_at)
     VALUES (@communityId, @failures, @code, @retryAt)
     ON CONFLICT DO UPDATE SET failures = @failures, last_error_code = @code, retry_at = @retryAt`,
  ).run({ communityId, ...trouble });
}

/** Notes up to when the platform's own numbers were read. */
export function recordMeasuresRead(db: WriteDb, communityId: CommunityId, at: Instant): void {
  statement(
    db,
    `INSERT INTO sync_states (community_id, measures_at) VALUES (@communityId, @at)
     ON CONFLICT DO UPDATE SET measures_at = @at`,
  ).run({ communityId, at });
}

/** Opens a run; one that was left open by a crash is closed as interrupted. */
export function startRun(db: WriteDb, communityId: CommunityId, at: Instant): SyncRunId {
  statement(
    db,
    "UPDATE sync_runs SET finished_at = ?, outcome = 'interrupted' WHERE community_id = ? AND finished_at IS NULL",
  ).run(at, communityId);
  const result = statement(db, 'INSERT INTO sync_runs (community_id, started_at) VALUES (?, ?)').run(communityId, at);
  return Number(result.lastInsertRowid) as SyncRunId;
}

/** Adds what a page brought to the counts of its run. Belongs into the page's transaction. */
export function countRun(db: WriteDb, id: SyncRunId, counts: RunCounts): void {
  statement(
    db,
    `UPDATE sync_runs SET pages = pages + @pages, reports_new = reports_new + @reportsNew,
       reports_changed = reports_changed + @reportsChanged, reports_gone = reports_gone + @reportsGone,
       rejected = rejected + @rejected WHERE id = @id`,
  ).run({ id, ...counts });
}

/** Closes a run. */
export function finishRun(
  db: WriteDb,
  id: SyncRunId,
  outcome: NonNullable<SyncRunRow['outcome']>,
  errorCode: string | null,
  at: Instant,
): void {
  const sql = 'UPDATE sync_runs SET finished_at = ?, outcome = ?, error_code = ? WHERE id = ?';
  statement(db, sql).run(at, outcome, errorCode, id);
}

/** Moves the times at which reading may go on, after a clock that was set back. */
export function shiftRetryTimes(db: WriteDb, byMs: number): void {
  statement(db, 'UPDATE sync_states SET retry_at = retry_at + ? WHERE retry_at IS NOT NULL').run(byMs);
  statement(db, 'UPDATE activity_readings SET next_at = next_at + ? WHERE next_at IS NOT NULL').run(byMs);
  statement(db, 'UPDATE unread_items SET next_try_at = next_try_at + ?').run(byMs);
  statement(db, 'UPDATE told_claims SET next_at = next_at + ? WHERE next_at > 0').run(byMs);
}
