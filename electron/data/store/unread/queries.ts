import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { UnreadList, UnreadProblem, UnreadRow } from './row.ts';

/** How many items of a community can't be read. */
export function countUnread(db: ReadDb, communityId: CommunityId): number {
  const sql = 'SELECT count(*) AS n FROM unread_items WHERE community_id = ?';
  return statement<{ n: number }>(db, sql).get(communityId)?.n ?? 0;
}

/** Unreadable items by what is wrong with them, the most frequent first. */
export function listUnreadProblems(db: ReadDb, communityId: CommunityId): readonly UnreadProblem[] {
  return statement<UnreadProblem>(
    db,
    `SELECT list, problem, count(*) AS count, count(gone_at) AS gone, min(first_seen_at) AS first_seen_at,
       max(last_seen_at) AS last_seen_at
     FROM unread_items WHERE community_id = ? GROUP BY list, problem ORDER BY count(*) DESC, problem`,
  ).all(communityId);
}

/** Items with an id that may be tried now: by another build than the last one, or because their time has come. */
export function listUnreadDue(
  db: ReadDb,
  communityId: CommunityId,
  due: { list: UnreadList; appVersion: string; now: Instant; limit: number },
): readonly UnreadRow[] {
  return statement<UnreadRow>(
    db,
    `SELECT * FROM unread_items WHERE community_id = @communityId AND list = @list AND remote_id IS NOT NULL
       AND gone_at IS NULL AND (tried_by <> @appVersion OR next_try_at <= @now) ORDER BY id LIMIT @limit`,
  ).all({ communityId, ...due });
}

/** The oldest item without an id that another build could not read, or null: from its page on the list is read again. */
export function findUnreadToReread(
  db: ReadDb,
  communityId: CommunityId,
  list: UnreadList,
  appVersion: string,
): UnreadRow | null {
  const sql = `SELECT * FROM unread_items WHERE community_id = ? AND list = ? AND remote_id IS NULL AND tried_by <> ?
    ORDER BY id LIMIT 1`;
  return statement<UnreadRow>(db, sql).get(communityId, list, appVersion) ?? null;
}
