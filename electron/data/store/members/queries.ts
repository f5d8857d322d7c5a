import type { CommunityId, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { MemberRow } from './row.ts';

/** One member, or null. */
export function findMember(db: ReadDb, id: MemberId): MemberRow | null {
  return statement<MemberRow>(db, 'SELECT * FROM members WHERE id = ?').get(id) ?? null;
}

/** Whether a platform or an archive tells that a member is automated; what a person marked is not asked. */
export function isBotMember(db: ReadDb, communityId: CommunityId, remoteId: string): boolean {
  const found = statement<{ bot_told: number }>(
    db,
    'SELECT bot_told FROM members WHERE community_id = ? AND remote_id = ?',
  ).get(communityId, remoteId);
  return found?.bot_told === 1;
}

/** Whether a member is an account of another server: it is met here, and nobody of this community. */
export function isGuest(db: ReadDb, id: number): boolean {
  return statement(db, 'SELECT 1 FROM members WHERE id = ? AND server IS NOT NULL').get(id) !== undefined;
}
