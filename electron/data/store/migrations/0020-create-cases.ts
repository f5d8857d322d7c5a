import type { Migration } from './migration.ts';

/** Cases, reports, subjects and their immutable snapshots. */
export const createCases: Migration = {
  version: 20,
  name: 'create-cases',
  up: (db) =>
    db.exec(`
      CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        author_member_id INTEGER NOT NULL REFERENCES members (id),
        state TEXT NOT NULL,
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
        category TEXT NOT NULL,
        category_rank INTEGER NOT NULL DEFAULT 0,
        language TEXT,
        -- The place in the queue, higher first. Holds still while time passes (cases/priority.ts), so no clock has to rewrite it.
        priority INTEGER NOT NULL DEFAULT 0,
        priority_reasons TEXT NOT NULL DEFAULT '[]',
        excerpt TEXT NOT NULL DEFAULT '',
        report_count INTEGER NOT NULL DEFAULT 0,
        opened_at INTEGER NOT NULL,
        last_report_at INTEGER NOT NULL,
        state_since INTEGER NOT NULL,
        waiting_until INTEGER,
        -- The device that holds the case, or 'remote'; who that is stands in claims.
        claimed_by TEXT,
        severity TEXT,
        legal_hold INTEGER NOT NULL DEFAULT 0,
        has_conflict INTEGER NOT NULL DEFAULT 0,
        decided_at INTEGER,
        version INTEGER NOT NULL DEFAULT 1
      ) STRICT;
      -- One open case per author and community: a new report joins it instead of making another.
      CREATE UNIQUE INDEX cases_open_by_author ON cases (community_id, author_member_id) WHERE is_open = 1;
      -- Each order of the queue has an index that also holds what the queue filters by, so that skipping and filtering
      -- never touch the table (electron/data/queue).
      CREATE INDEX cases_queue_priority ON cases (is_open, priority, id, community_id, category, language, state, claimed_by, opened_at);
      CREATE INDEX cases_queue_category ON cases (is_open, category, priority, id, community_id, language, state, claimed_by, opened_at);
      CREATE INDEX cases_queue_opened ON cases (is_open, opened_at, id, community_id, category, language, state, claimed_by);
      CREATE INDEX cases_queue_reports ON cases (is_open, report_count, id, community_id, category, language, state, claimed_by, opened_at);
      CREATE INDEX cases_queue_groups ON cases (community_id, state, category, language, claimed_by, opened_at, priority, report_count);
      CREATE INDEX cases_waiting ON cases (waiting_until) WHERE waiting_until IS NOT NULL;
      CREATE INDEX cases_by_author ON cases (author_member_id, opened_at);

      CREATE TABLE reports (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        remote_id TEXT NOT NULL,
        case_id INTEGER REFERENCES cases (id),
        reporter_member_id INTEGER REFERENCES members (id),
        reporter_server TEXT,
        target_member_id INTEGER NOT NULL REFERENCES members (id),
        state TEXT NOT NULL,
        duplicate_of INTEGER REFERENCES reports (id),
        category_received TEXT NOT NULL,
        category_corrected TEXT,
        rule_ids TEXT NOT NULL DEFAULT '[]',
        comment TEXT NOT NULL DEFAULT '',
        language TEXT,
        forwarded INTEGER NOT NULL DEFAULT 0,
        remote_state TEXT NOT NULL,
        remote_version TEXT NOT NULL,
        remote_assigned_to TEXT,
        remote_resolved_by TEXT,
        remote_updated_at INTEGER,
        -- What a decision depends on, as last read (sync/report-facts.ts).
        remote_facts TEXT NOT NULL DEFAULT '{}',
        -- The reading of the open list that last had this report in it.
        seen_generation INTEGER NOT NULL DEFAULT 0,
        payload_hash TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        received_at INTEGER NOT NULL,
        checked_at INTEGER NOT NULL,
        gone_at INTEGER,
        UNIQUE (community_id, remote_id)
      ) STRICT;
      CREATE INDEX reports_by_case ON reports (case_id);
      CREATE INDEX reports_by_target ON reports (target_member_id, created_at);
      CREATE INDEX reports_by_reporter ON reports (reporter_member_id, created_at);
      CREATE INDEX reports_open_remotely ON reports (community_id, remote_id) WHERE remote_state = 'open';

      CREATE TABLE subjects (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        author_member_id INTEGER NOT NULL REFERENCES members (id),
        visibility TEXT,
        presence TEXT NOT NULL DEFAULT 'live',
        url TEXT,
        first_seen_at INTEGER NOT NULL,
        UNIQUE (community_id, kind, remote_id)
      ) STRICT;
      CREATE INDEX subjects_by_author ON subjects (author_member_id);

      CREATE TABLE report_subjects (
        report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        subject_id INTEGER NOT NULL REFERENCES subjects (id),
        PRIMARY KEY (report_id, subject_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX report_subjects_by_subject ON report_subjects (subject_id);

      -- One row per version of a subject that Hearth ever saw. Evidence: never updated, deleted by retention rules alone.
      CREATE TABLE snapshots (
        id INTEGER PRIMARY KEY,
        subject_id INTEGER NOT NULL REFERENCES subjects (id),
        content_hash TEXT NOT NULL,
        text TEXT NOT NULL,
        spoiler TEXT NOT NULL DEFAULT '',
        language TEXT,
        author TEXT NOT NULL,
        media TEXT NOT NULL DEFAULT '[]',
        published_at INTEGER,
        edited_at INTEGER,
        captured_at INTEGER NOT NULL,
        captured_by TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (subject_id, content_hash)
      ) STRICT;
      -- Posts around a subject, read once, after the subject itself is safe. A row without posts is still owed.
      CREATE TABLE threads (
        subject_id INTEGER PRIMARY KEY REFERENCES subjects (id) ON DELETE CASCADE,
        posts TEXT,
        captured_at INTEGER,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER
      ) STRICT;
      CREATE INDEX threads_owed ON threads (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

      CREATE TRIGGER snapshots_are_immutable BEFORE UPDATE ON snapshots
      BEGIN SELECT RAISE(ABORT, 'snapshots are immutable'); END;
    `),
};
