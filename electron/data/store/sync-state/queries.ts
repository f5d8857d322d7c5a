import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { SyncRunRow, SyncStateRow, SyncStream } from './row.ts';

/** Where reading a list goes on, or null for the beginning. */
export function findCursor(db: ReadDb, communityId: CommunityId, stream: SyncStream): string | null {
  const sql = 'SELECT cursor FROM sync_cursors WHERE community_id = ? AND stream = ?';
  return statement<{ cursor: string }>(db, sql).get(communityId, stream)?.cursor ?? null;
}

/** How reading from a community stands. */
export function findSyncState(db: ReadDb, communityId: CommunityId): SyncStateRow {
  const row = statement<SyncStateRow>(db, 'SELECT * FROM sync_states WHERE community_id = ?').get(communityId);
  if (row) return row;
  return {
    community_id: communityId,
    generation: 0,
    failures: 0,
    last_error_code: null,
    retry_at: null,
    measures_at: null,
  };
}

/** The newest run of a community, or null. */
export function findLastRun(db: ReadDb, communityId: CommunityId): SyncRunRow | null {
  const sql = 'SELECT * FROM sync_runs WHERE community_id = ? ORDER BY id DESC LIMIT 1';
  return statement<SyncRunRow>(db, sql).get(communityId) ?? null;
}
