import type { Migration } from './migration.ts';

/** Since when what is fresh, source by source, and how far reading of activities has come. */
export const tellSourcesApart: Migration = {
  version: 140,
  name: 'tell-sources-apart',
  up: (db) =>
    db.exec(`
      CREATE TABLE sync_sources (
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        -- When it was last read to its end, and what stood in the way of the last attempt; NULL for nothing.
        read_at INTEGER,
        tried_at INTEGER NOT NULL,
        error_code TEXT,
        PRIMARY KEY (community_id, source)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE activity_readings (
        community_id INTEGER PRIMARY KEY REFERENCES communities (id) ON DELETE CASCADE,
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        -- The oldest activity met, and the newest: everything between them is here.
        first_at INTEGER,
        reached_at INTEGER,
        -- When the end was reached for the first time: until then the past is being filled in.
        filled_at INTEGER,
        next_at INTEGER,
        failures INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      -- Answers that came in before what they answer: found again when that comes.
      CREATE INDEX activities_by_parent ON activities (community_id, parent_key)
        WHERE parent_key IS NOT NULL AND target_member_id IS NULL;
    `),
};
