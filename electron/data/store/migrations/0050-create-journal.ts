import type { Migration } from './migration.ts';

/** Settings, sync cursors and runs, the audit log and the search index. */
export const createJournal: Migration = {
  version: 50,
  name: 'create-journal',
  up: (db) =>
    db.exec(`
      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sync_cursors (
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        stream TEXT NOT NULL,
        cursor TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (community_id, stream)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sync_runs (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        started_at INTEGER NOT NULL,
        finished_at INTEGER,
        outcome TEXT,
        pages INTEGER NOT NULL DEFAULT 0,
        reports_new INTEGER NOT NULL DEFAULT 0,
        reports_changed INTEGER NOT NULL DEFAULT 0,
        reports_gone INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        error_code TEXT
      ) STRICT;

      -- Hash chain: hash = sha256(previous_hash, sequence and the canonical JSON of the event). Append-only.
      CREATE TABLE audit_events (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        logical INTEGER NOT NULL,
        actor TEXT NOT NULL,
        device TEXT NOT NULL,
        tool TEXT NOT NULL,
        kind TEXT NOT NULL,
        community_id INTEGER,
        case_id INTEGER,
        payload TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_events_by_case ON audit_events (case_id, sequence);
      CREATE TRIGGER audit_events_keep_update BEFORE UPDATE ON audit_events
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
      CREATE TRIGGER audit_events_keep_delete BEFORE DELETE ON audit_events
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

      -- The end of the chain, so that events missing from the end are noticed.
      CREATE TABLE audit_head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        sequence INTEGER NOT NULL,
        logical INTEGER NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;

      -- Which row a line of the index stands for. Text is cut into folded tokens before it is indexed
      -- (search/tokens.ts), so the tokenizer only parts them at spaces, and the index keeps no readable copy.
      CREATE TABLE search_entries (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        community_id INTEGER NOT NULL,
        case_id INTEGER,
        at INTEGER NOT NULL,
        UNIQUE (kind, row_id)
      ) STRICT;
      CREATE INDEX search_entries_by_case ON search_entries (case_id);
      CREATE VIRTUAL TABLE search_index USING fts5 (
        text, facets, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
      );
    `),
};
