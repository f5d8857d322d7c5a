import type { Migration } from './migration.ts';

/**
 * A metric can have a goal for each of its numbers; a removed goal is kept until its undo is over, with what was put away; a
 * notice can be read; and what was told of a goal in earlier periods stands beside it.
 */
export const tellGoalsApart: Migration = {
  version: 220,
  name: 'tell-goals-apart',
  up: (db) =>
    db.exec(`
      -- aim: which number of the metric, '' for its one number. words: what that number is called, as chart labels.
      CREATE TABLE health_goals_apart (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        metric_id TEXT NOT NULL,
        aim TEXT NOT NULL DEFAULT '',
        words TEXT NOT NULL DEFAULT '[]',
        direction TEXT NOT NULL CHECK (direction IN ('at-least', 'at-most')),
        target REAL NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER,
        UNIQUE (community_id, metric_id, aim)
      ) STRICT;
      INSERT INTO health_goals_apart (id, community_id, metric_id, direction, target, created_at)
        SELECT id, community_id, metric_id, direction, target, created_at FROM health_goals;
      DROP TABLE health_goals;
      ALTER TABLE health_goals_apart RENAME TO health_goals;

      ALTER TABLE health_notices ADD COLUMN read_at INTEGER;
      -- What is there was seen in the room that wrote it.
      UPDATE health_notices SET read_at = noticed_at;
      -- A number without a period was noticed once in its life. Now it is noticed once a quarter: what was put away stays
      -- so for the quarter that was then the newest complete one.
      UPDATE OR IGNORE health_notices SET period = date(
          coalesce(dismissed_at, noticed_at) / 1000, 'unixepoch', 'start of month',
          '-' || ((strftime('%m', coalesce(dismissed_at, noticed_at) / 1000, 'unixepoch') - 1) % 3 + 3) || ' months')
        WHERE period = '1970-01-01';

      -- Published values as they were told, by the first day of their period.
      CREATE TABLE health_goal_values (
        goal_id INTEGER NOT NULL REFERENCES health_goals (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        told TEXT NOT NULL,
        PRIMARY KEY (goal_id, period)
      ) STRICT, WITHOUT ROWID;
    `),
};
