import type { Migration } from './migration.ts';

/** Frozen snapshots, what was released from them, goals, their notices, and annotations. */
export const createHealthReleases: Migration = {
  version: 110,
  name: 'create-health-releases',
  up: (db) =>
    db.exec(`
      -- What the numbers of a release were counted from: the weeks of the team's identity splits, the quarters of exports.
      -- period is the local day number of the first day of that week or quarter.
      CREATE TABLE health_snapshots (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('week', 'quarter')),
        period INTEGER NOT NULL,
        made_at INTEGER NOT NULL,
        -- Random, so that nobody can run the audit backwards; the same for all that is released from the snapshot.
        secret TEXT NOT NULL,
        UNIQUE (community_id, kind, period)
      ) STRICT;

      -- What was said, published values only. Asked again, the same is said again: late data change the next snapshot.
      CREATE TABLE health_releases (
        snapshot_id INTEGER NOT NULL REFERENCES health_snapshots (id) ON DELETE CASCADE,
        question TEXT NOT NULL,
        released TEXT NOT NULL,
        PRIMARY KEY (snapshot_id, question)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE health_goals (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        metric_id TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('at-least', 'at-most')),
        target REAL NOT NULL,
        created_at INTEGER NOT NULL,
        UNIQUE (community_id, metric_id)
      ) STRICT;

      -- A quiet word, once per goal and period, when an interval lies on the wrong side of the goal.
      CREATE TABLE health_notices (
        goal_id INTEGER NOT NULL REFERENCES health_goals (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        noticed_at INTEGER NOT NULL,
        dismissed_at INTEGER,
        PRIMARY KEY (goal_id, period)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE health_annotations (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        day INTEGER NOT NULL,
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX health_annotations_by_day ON health_annotations (community_id, day);
    `),
};
