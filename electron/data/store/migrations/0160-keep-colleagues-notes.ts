import type { Migration } from './migration.ts';

/** What colleagues noted about a report on its platform, apart from what the reporter wrote. */
export const keepColleaguesNotes: Migration = {
  version: 160,
  name: 'keep-colleagues-notes',
  up: (db) =>
    db.exec(`
      -- As last read: a note that its author took away there goes here as well. What is searchable is filed under the report.
      CREATE TABLE report_notes (
        id INTEGER PRIMARY KEY,
        report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        -- NULL where the platform gives notes no identity, or does not say who wrote one, or when.
        remote_id TEXT,
        author TEXT,
        body TEXT NOT NULL,
        written_at INTEGER,
        first_seen_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX report_notes_by_report ON report_notes (report_id);

      -- Open reports of platforms that have notes are taken in anew with the next reading, though nothing of them has changed.
      UPDATE reports SET payload_hash = '' WHERE remote_state = 'open'
        AND community_id IN (SELECT id FROM communities WHERE platform IN ('nodebb', 'discourse', 'misskey'));
    `),
};
