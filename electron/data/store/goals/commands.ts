import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { GoalRow } from './row.ts';

export interface NewGoal {
  readonly communityId: CommunityId;
  readonly metricId: string;
  readonly aim: string;
  /** Chart labels as JSON. */
  readonly words: string;
  readonly direction: GoalRow['direction'];
  readonly target: number;
  readonly at: Instant;
}

/**
 * Sets the goal of a number. A changed goal starts anew: earlier notices belong to the old one. The same goal set again stays
 * as it is.
 */
export function saveGoal(db: WriteDb, { communityId, metricId, aim, words, direction, target, at }: NewGoal): void {
  const place = [communityId, metricId, aim] as const;
  statement(
    db,
    `DELETE FROM health_goals WHERE community_id = ? AND metric_id = ? AND aim = ?
       AND NOT (removed_at IS NULL AND direction = ? AND target = ?)`,
  ).run(...place, direction, target);
  statement(
    db,
    `INSERT INTO health_goals (community_id, metric_id, aim, words, direction, target, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(...place, words, direction, target, at);
}

/** Gives a goal up. It can be put back, with its notices, until `forgetRemovedGoals`. */
export function removeGoal(db: WriteDb, id: number, at: Instant): void {
  statement(db, 'UPDATE health_goals SET removed_at = ? WHERE id = ?').run(at, id);
}

/** Puts a removed goal back as it was. */
export function restoreGoal(db: WriteDb, id: number): void {
  statement(db, 'UPDATE health_goals SET removed_at = NULL WHERE id = ?').run(id);
}

/** Destroys what was removed before a time, with its notices. */
export function forgetRemovedGoals(db: WriteDb, before: Instant): void {
  statement(db, 'DELETE FROM health_goals WHERE removed_at < ?').run(before);
}

/** Notes that a goal was missed in a period; true where it was not noted before. */
export function noticeGoal(db: WriteDb, goalId: number, period: string, at: Instant): boolean {
  const written = statement(
    db,
    'INSERT INTO health_notices (goal_id, period, noticed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(goalId, period, at);
  return written.changes === 1;
}

/** Destroys the notices of a goal of all periods but one. */
export function keepNoticesOf(db: WriteDb, goalId: number, period: string): void {
  statement(db, 'DELETE FROM health_notices WHERE goal_id = ? AND period <> ?').run(goalId, period);
}

/** Puts a notice away; it does not come back for that period. */
export function dismissNotice(db: WriteDb, goalId: number, period: string, at: Instant): void {
  statement(
    db,
    'UPDATE health_notices SET dismissed_at = ? WHERE goal_id = ? AND period = ? AND dismissed_at IS NULL',
  ).run(at, goalId, period);
}

/** Notes that the notices of a community were read; true where one was not read before. */
export function readNotices(db: WriteDb, communityId: CommunityId, at: Instant): boolean {
  const written = statement(
    db,
    `UPDATE health_notices SET read_at = ? WHERE read_at IS NULL
       AND goal_id IN (SELECT id FROM health_goals WHERE community_id = ?)`,
  ).run(at, communityId);
  return written.changes > 0;
}

/** Keeps what was told of a goal in a period; told again, the newer words count. */
export function keepToldOfGoal(db: WriteDb, goalId: number, period: string, told: string): void {
  statement(
    db,
    `INSERT INTO health_goal_values (goal_id, period, told) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET told = excluded.told WHERE told <> excluded.told`,
  ).run(goalId, period, told);
}

/** Keeps what the number of a goal is called, as chart labels in JSON. */
export function keepWordsOfGoal(db: WriteDb, goalId: number, words: string): void {
  statement(db, 'UPDATE health_goals SET words = ? WHERE id = ? AND words <> ?').run(words, goalId, words);
}
