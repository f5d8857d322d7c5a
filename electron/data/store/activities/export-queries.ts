import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';

/** A member as an export tells of them. */
export interface ExportedMember {
  readonly remote_id: string;
  readonly handle: string;
  readonly display_name: string;
  readonly joined_at: number | null;
  readonly is_bot: number;
}

/** An activity with people and spaces by the names the source uses. */
export interface ExportedActivity {
  readonly member: string;
  readonly target: string | null;
  readonly at: number;
  readonly kind: string;
  readonly level: number;
  readonly space: string | null;
  readonly thread: string | null;
  readonly remote_key: Buffer;
  readonly parent_key: Buffer | null;
  readonly flags: number;
}

/** Members of a community who acted or were addressed, in the order they were met. */
export function eachMember(db: ReadDb, communityId: CommunityId): IterableIterator<ExportedMember> {
  return db
    .prepare(
      `SELECT remote_id, handle, display_name, joined_at, is_bot FROM members m WHERE community_id = ? AND (
         EXISTS (SELECT 1 FROM activities a WHERE a.community_id = m.community_id AND a.member_id = m.id)
         OR EXISTS (SELECT 1 FROM activities a
                    WHERE a.community_id = m.community_id AND a.target_member_id = m.id AND a.target_member_id IS NOT NULL))
       ORDER BY id`,
    )
    .iterate(communityId) as IterableIterator<ExportedMember>;
}

/** Activities of a community in the order of time. */
export function eachActivity(db: ReadDb, communityId: CommunityId): IterableIterator<ExportedActivity> {
  return db
    .prepare(
      `SELECT m.remote_id AS member, t.remote_id AS target, a.at, a.kind, a.level, s.remote_key AS space,
         a.thread_key AS thread, a.remote_key, a.parent_key, a.flags
       FROM activities a JOIN members m ON m.id = a.member_id LEFT JOIN members t ON t.id = a.target_member_id
         LEFT JOIN spaces s ON s.id = a.space_id
       WHERE a.community_id = ? ORDER BY a.at, a.id`,
    )
    .iterate(communityId) as IterableIterator<ExportedActivity>;
}
