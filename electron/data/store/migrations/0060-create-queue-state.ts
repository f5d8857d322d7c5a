import type { Migration } from './migration.ts';

/** How many cases there are of each kind, how syncing stands, and what the clock last said. */
export const createQueueState: Migration = {
  version: 60,
  name: 'create-queue-state',
  up: (db) =>
    db.exec(`
      -- One row per combination that the queue filters by, kept by triggers so that no writer can forget it: counting a
      -- million cases reads a few hundred rows.
      CREATE TABLE case_counts (
        community_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        category TEXT NOT NULL,
        language TEXT NOT NULL,
        claimed_by TEXT NOT NULL,
        cases INTEGER NOT NULL,
        PRIMARY KEY (community_id, state, category, language, claimed_by)
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER case_counts_insert AFTER INSERT ON cases BEGIN
        INSERT INTO case_counts VALUES
          (new.community_id, new.state, new.category, coalesce(new.language, ''), coalesce(new.claimed_by, ''), 1)
          ON CONFLICT DO UPDATE SET cases = cases + 1;
      END;
      CREATE TRIGGER case_counts_delete AFTER DELETE ON cases BEGIN
        UPDATE case_counts SET cases = cases - 1
          WHERE community_id = old.community_id AND state = old.state AND category = old.category
            AND language = coalesce(old.language, '') AND claimed_by = coalesce(old.claimed_by, '');
      END;
      CREATE TRIGGER case_counts_update AFTER UPDATE OF community_id, state, category, language, claimed_by ON cases
      WHEN new.community_id <> old.community_id OR new.state <> old.state OR new.category <> old.category
        OR new.language IS NOT old.language OR new.claimed_by IS NOT old.claimed_by
      BEGIN
        UPDATE case_counts SET cases = cases - 1
          WHERE community_id = old.community_id AND state = old.state AND category = old.category
            AND language = coalesce(old.language, '') AND claimed_by = coalesce(old.claimed_by, '');
        INSERT INTO case_counts VALUES
          (new.community_id, new.state, new.category, coalesce(new.language, ''), coalesce(new.claimed_by, ''), 1)
          ON CONFLICT DO UPDATE SET cases = cases + 1;
      END;

      -- How reading from a community stands between two runs.
      CREATE TABLE sync_states (
        community_id INTEGER PRIMARY KEY REFERENCES communities (id) ON DELETE CASCADE,
        generation INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        last_error_code TEXT,
        retry_at INTEGER,
        measures_at INTEGER
      ) STRICT;

      -- The latest time ever seen, so that a clock that was turned back is noticed also after a restart.
      CREATE TABLE clock_marks (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        last_seen INTEGER NOT NULL
      ) STRICT;
    `),
};
