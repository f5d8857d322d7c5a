import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { GoalRow, NoticeRow, ToldRow } from './row.ts';

/** Goals of a community, oldest first. */
export function listGoals(db: ReadDb, communityId: CommunityId): readonly GoalRow[] {
  return statement<GoalRow>(
    db,
    'SELECT * FROM health_goals WHERE community_id = ? AND removed_at IS NULL ORDER BY id',
  ).all(communityId);
}

/** One goal, also one that was removed and can still be put back; or undefined. */
export function findGoal(db: ReadDb, id: number): GoalRow | undefined {
  return statement<GoalRow>(db, 'SELECT * FROM health_goals WHERE id = ?').get(id);
}

/** Communities with a goal. */
export function communitiesWithGoals(db: ReadDb): readonly CommunityId[] {
  return communityIds(
    db,
    'SELECT DISTINCT community_id FROM health_goals WHERE removed_at IS NULL ORDER BY community_id',
  );
}

/** Notices of a community that nobody has put away yet, newest first. */
export function listOpenNotices(db: ReadDb, communityId: CommunityId): readonly NoticeRow[] {
  return statement<NoticeRow>(
    db,
    `SELECT n.* FROM health_notices n JOIN health_goals g ON g.id = n.goal_id
     WHERE g.community_id = ? AND g.removed_at IS NULL AND n.dismissed_at IS NULL
     ORDER BY n.noticed_at DESC, n.goal_id`,
  ).all(communityId);
}

/** Communities with a notice that nobody has read or put away. */
export function communitiesWithUnread(db: ReadDb): readonly CommunityId[] {
  return communityIds(
    db,
    `SELECT DISTINCT g.community_id FROM health_notices n JOIN health_goals g ON g.id = n.goal_id
     WHERE g.removed_at IS NULL AND n.dismissed_at IS NULL AND n.read_at IS NULL ORDER BY g.community_id`,
  );
}

/** What was told of the goals of a community, oldest period first. */
export function listToldOfGoals(db: ReadDb, communityId: CommunityId): readonly ToldRow[] {
  return statement<ToldRow>(
    db,
    `SELECT v.* FROM health_goal_values v JOIN health_goals g ON g.id = v.goal_id
     WHERE g.community_id = ? ORDER BY v.goal_id, v.period`,
  ).all(communityId);
}

function communityIds(db: ReadDb, sql: string): readonly CommunityId[] {
  return statement<{ community_id: CommunityId }>(db, sql)
    .all()
    .map(({ community_id: id }) => id);
}
