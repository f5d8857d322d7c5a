import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A human member as counting needs them. */
export interface PersonRow {
  readonly id: number;
  readonly joined_at: Instant | null;
  readonly is_staff: number;
  readonly ended_at: Instant | null;
  readonly ended_how: 'removed' | 'deleted' | 'spam' | null;
  readonly spoke_at: Instant | null;
}

/**
 * Human members of a community in the order they were met. Accounts of other servers are not its members: a report may
 * name them, but they neither join nor stay here.
 */
export function readPeople(db: ReadDb, communityId: CommunityId): readonly PersonRow[] {
  return statement<PersonRow>(
    db,
    `SELECT m.id, m.joined_at, m.is_staff, m.ended_at, m.ended_how, f.spoke_at
     FROM members m LEFT JOIN member_firsts f ON f.member_id = m.id
     WHERE m.community_id = ? AND m.is_bot = 0 AND m.server IS NULL ORDER BY m.id`,
  ).all(communityId);
}

/** How many accounts are bots and left out of every count. */
export function countBots(db: ReadDb, communityId: CommunityId): number {
  const row = statement<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM members WHERE community_id = ? AND is_bot = 1',
  ).get(communityId);
  return row?.n ?? 0;
}
