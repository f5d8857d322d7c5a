import type { Migration } from './migration.ts';

/** Notes that are left for colleagues on a report's platform as well. */
export const sendNotes: Migration = {
  version: 170,
  name: 'send-notes',
  up: (db) =>
    db.exec(`
      -- States as of an action. before holds which notes of ours with the same words stood there right before the request left.
      CREATE TABLE note_sendings (
        id INTEGER PRIMARY KEY,
        note_id INTEGER NOT NULL UNIQUE REFERENCES notes (id) ON DELETE CASCADE,
        report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        idempotency_key TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        before TEXT,
        not_before INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER,
        sending_since INTEGER,
        sent_at INTEGER,
        error_code TEXT,
        result TEXT
      ) STRICT;
      CREATE INDEX note_sendings_open ON note_sendings (community_id, id)
        WHERE state IN ('confirmed', 'sending', 'failed', 'conflict');
      CREATE INDEX note_sendings_by_report ON note_sendings (report_id);
    `),
};
