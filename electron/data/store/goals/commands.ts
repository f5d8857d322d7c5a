import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { GoalRow } from './row.ts';

export interface NewGoal {
  readonly communityId: CommunityId;
  readonly metricId: string;
  readonly direction: GoalRow['direction'];
  readonly target: number;
  readonly at: Instant;
}

/** Sets the goal of a metric. A changed goal starts anew: earlier notices belong to the old one. */
export function saveGoal(db: WriteDb, { communityId, metricId, direction, target, at }: NewGoal): void {
  statement(db, 'DELETE FROM health_goals WHERE community_id = ? AND metric_id = ?').run(communityId, metricId);
  statement(
    db,
    `INSERT INTO health_goals (community_id, metric_id, direction, target, created_at) VALUES (?, ?, ?, ?, ?)`,
  ).run(communityId, metricId, direction, target, at);
}

/** Gives a goal up, with its notices. */
export function removeGoal(db: WriteDb, id: number): void {
  statement(db, 'DELETE FROM health_goals WHERE id = ?').run(id);
}

/** Notes that a goal was missed in a period; true where it was not noted before. */
export function noticeGoal(db: WriteDb, goalId: number, period: string, at: Instant): boolean {
  const written = statement(
    db,
    'INSERT INTO health_notices (goal_id, period, noticed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(goalId, period, at);
  return written.changes === 1;
}

/** Puts a notice away; it does not come back for that period. */
export function dismissNotice(db: WriteDb, goalId: number, period: string, at: Instant): void {
  statement(
    db,
    'UPDATE health_notices SET dismissed_at = ? WHERE goal_id = ? AND period = ? AND dismissed_at IS NULL',
  ).run(at, goalId, period);
}
