import type { Migration } from './migration.ts';

/** Activities with their day and week rollups, imports, and measures that a platform already aggregates. */
export const createActivities: Migration = {
  version: 40,
  name: 'create-activities',
  up: (db) =>
    db.exec(`
      CREATE TABLE imports (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        content_hash TEXT,
        mapping TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        state TEXT NOT NULL,
        lines_read INTEGER NOT NULL DEFAULT 0,
        added INTEGER NOT NULL DEFAULT 0,
        already_known INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        started_at INTEGER NOT NULL,
        finished_at INTEGER
      ) STRICT;

      CREATE TABLE import_rejects (
        import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
        line INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (import_id, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE spaces (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        remote_key TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (community_id, remote_key)
      ) STRICT;

      -- day is the local calendar day in the community's zone as days since 1970-01-01, at is the instant in ms.
      CREATE TABLE activities (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        member_id INTEGER NOT NULL REFERENCES members (id),
        target_member_id INTEGER REFERENCES members (id),
        at INTEGER NOT NULL,
        day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
        space_id INTEGER REFERENCES spaces (id),
        thread_key TEXT,
        import_id INTEGER REFERENCES imports (id),
        remote_key BLOB NOT NULL,
        UNIQUE (community_id, remote_key)
      ) STRICT;
      CREATE INDEX activities_by_target ON activities (community_id, target_member_id, member_id) WHERE target_member_id IS NOT NULL;

      -- Rollups: kept in the transaction that adds the activities, rebuilt on demand. One row per member, period, level.
      CREATE TABLE member_days (
        community_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        day INTEGER NOT NULL,
        level INTEGER NOT NULL,
        activities INTEGER NOT NULL,
        PRIMARY KEY (community_id, member_id, day, level)
      ) STRICT, WITHOUT ROWID;

      -- week is the local day number of its Monday.
      CREATE TABLE member_weeks (
        community_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        week INTEGER NOT NULL,
        level INTEGER NOT NULL,
        activities INTEGER NOT NULL,
        PRIMARY KEY (community_id, member_id, week, level)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX member_weeks_by_week ON member_weeks (community_id, week, level, member_id);

      CREATE TABLE measures (
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        period_start INTEGER NOT NULL,
        period_unit TEXT NOT NULL,
        dimension TEXT NOT NULL DEFAULT '',
        value REAL NOT NULL,
        fetched_at INTEGER NOT NULL,
        PRIMARY KEY (community_id, key, period_start, period_unit, dimension)
      ) STRICT, WITHOUT ROWID;
    `),
};
