import type { CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** How an account ended, as a platform tells it: taken away by moderators, or by its owner. */
export interface ToldEnd {
  readonly at: Instant;
  readonly how: 'removed' | 'deleted';
}

/**
 * Notes that a platform, or a decision that was carried out, ended a member's account. The first telling stands, so that reading
 * it again changes nothing; what a person wrote down stays, an end as well as that there is none. True when it was news.
 */
export function noteAccountEnd(db: WriteDb, id: MemberId, { at, how }: ToldEnd): boolean {
  const end = how === 'removed' && wasUnseenSpam(db, id) ? 'spam' : how;
  const told = statement(
    db,
    `UPDATE members SET ended_at = @at, ended_how = @end, ended_by = 'platform'
     WHERE id = @id AND server IS NULL AND ended_at IS NULL AND ended_by IS NULL`,
  ).run({ id, at, end });
  return told.changes > 0;
}

/** Notes that the account lives: takes back what was told by a platform alone. True when it was news. */
export function noteAccountLives(db: WriteDb, id: MemberId): boolean {
  const told = statement(
    db,
    `UPDATE members SET ended_at = NULL, ended_how = NULL, ended_by = NULL
     WHERE id = @id AND (ended_by = 'platform' OR (ended_by = 'hand' AND ended_at IS NULL))`,
  ).run({ id });
  return told.changes > 0;
}

/** The member a platform knows by this id, or null. */
export function findMemberId(db: ReadDb, communityId: CommunityId, remoteId: string): MemberId | null {
  const sql = 'SELECT id FROM members WHERE community_id = ? AND remote_id = ?';
  return statement<{ id: MemberId }>(db, sql).get(communityId, remoteId)?.id ?? null;
}

/**
 * Reported as spam, in good faith, and nothing they wrote was ever up: a message that is here or was reported was seen by
 * somebody (health.md, Z1).
 */
function wasUnseenSpam(db: ReadDb, id: MemberId): boolean {
  const found = statement<{ was: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM reports WHERE target_member_id = @id AND state <> 'invalid'
         AND coalesce(category_corrected, category_received) = 'spam')
       AND NOT EXISTS (SELECT 1 FROM subjects WHERE author_member_id = @id AND kind = 'post')
       AND NOT EXISTS (SELECT 1 FROM member_firsts WHERE member_id = @id) AS was`,
  ).get({ id });
  return found?.was === 1;
}
