import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { GoalRow, NoticeRow } from './row.ts';

/** Goals of a community, oldest first. */
export function listGoals(db: ReadDb, communityId: CommunityId): readonly GoalRow[] {
  return statement<GoalRow>(db, 'SELECT * FROM health_goals WHERE community_id = ? ORDER BY id').all(communityId);
}

/** One goal, or undefined. */
export function findGoal(db: ReadDb, id: number): GoalRow | undefined {
  return statement<GoalRow>(db, 'SELECT * FROM health_goals WHERE id = ?').get(id);
}

/** Notices of a community that nobody has put away yet, newest first. */
export function listOpenNotices(db: ReadDb, communityId: CommunityId): readonly NoticeRow[] {
  return statement<NoticeRow>(
    db,
    `SELECT n.* FROM health_notices n JOIN health_goals g ON g.id = n.goal_id
     WHERE g.community_id = ? AND n.dismissed_at IS NULL ORDER BY n.noticed_at DESC, n.goal_id`,
  ).all(communityId);
}
