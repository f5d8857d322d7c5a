import type { Migration } from './migration.ts';

/** Claims, decisions, actions (the outbox), conflicts, notes and drafts. */
export const createDecisions: Migration = {
  version: 30,
  name: 'create-decisions',
  up: (db) =>
    db.exec(`
      CREATE TABLE claims (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        holder TEXT NOT NULL,
        device TEXT NOT NULL,
        kind TEXT NOT NULL,
        since INTEGER NOT NULL,
        lease_until INTEGER NOT NULL,
        released_at INTEGER,
        released_why TEXT
      ) STRICT;
      CREATE UNIQUE INDEX claims_active ON claims (case_id) WHERE released_at IS NULL;
      CREATE INDEX claims_by_lease ON claims (lease_until) WHERE released_at IS NULL;

      CREATE TABLE decisions (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id),
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        finding TEXT NOT NULL,
        policy_id INTEGER REFERENCES policies (id),
        policy_version INTEGER,
        severity TEXT,
        person_effect TEXT NOT NULL,
        content_effect TEXT NOT NULL DEFAULT 'none',
        notify_person INTEGER NOT NULL DEFAULT 0,
        reason_internal TEXT NOT NULL DEFAULT '',
        reason_person TEXT NOT NULL DEFAULT '',
        effects_shown TEXT NOT NULL DEFAULT '[]',
        -- The reports that this decision answered: taking it back gives exactly these back.
        report_ids TEXT NOT NULL DEFAULT '[]',
        decided_by TEXT NOT NULL,
        decided_at INTEGER NOT NULL,
        undone_at INTEGER,
        superseded_at INTEGER
      ) STRICT;
      CREATE INDEX decisions_by_case ON decisions (case_id, decided_at);
      CREATE INDEX decisions_by_time ON decisions (decided_at);

      CREATE TABLE actions (
        id INTEGER PRIMARY KEY,
        decision_id INTEGER NOT NULL REFERENCES decisions (id),
        case_id INTEGER NOT NULL REFERENCES cases (id),
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        target_kind TEXT NOT NULL,
        target_remote_id TEXT NOT NULL,
        report_id INTEGER REFERENCES reports (id),
        report_remote_id TEXT,
        parameters TEXT NOT NULL DEFAULT '{}',
        idempotency_key TEXT NOT NULL UNIQUE,
        base_version TEXT NOT NULL,
        -- What the report stood like when the person decided, and right before the request left (sync/report-facts.ts).
        base TEXT NOT NULL,
        before TEXT,
        state TEXT NOT NULL,
        not_before INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER,
        sending_since INTEGER,
        applied_at INTEGER,
        error_code TEXT,
        -- 'answered' once the platform said yes: from then on the call is never repeated, whatever a reading shows.
        result TEXT,
        reversal_of INTEGER REFERENCES actions (id),
        UNIQUE (decision_id, position)
      ) STRICT;
      CREATE INDEX actions_waiting ON actions (community_id, decision_id, position)
        WHERE state IN ('confirmed', 'sending', 'failed');
      CREATE INDEX actions_by_case ON actions (case_id);
      CREATE INDEX actions_by_target ON actions (community_id, target_remote_id, applied_at) WHERE target_kind = 'account';

      CREATE TABLE conflicts (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES actions (id),
        decision_id INTEGER NOT NULL REFERENCES decisions (id),
        case_id INTEGER NOT NULL REFERENCES cases (id),
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        base TEXT NOT NULL,
        remote TEXT NOT NULL,
        detected_at INTEGER NOT NULL,
        settled_at INTEGER,
        settled_by TEXT,
        settlement TEXT
      ) STRICT;
      CREATE UNIQUE INDEX conflicts_open ON conflicts (decision_id) WHERE settled_at IS NULL;

      -- Append-only, one row per note: two devices can never overwrite each other (research/moderation.md E.2).
      CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        case_id INTEGER REFERENCES cases (id) ON DELETE CASCADE,
        member_id INTEGER REFERENCES members (id) ON DELETE CASCADE,
        audience TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        CHECK (case_id IS NOT NULL OR member_id IS NOT NULL)
      ) STRICT;
      CREATE INDEX notes_by_case ON notes (case_id, created_at);
      CREATE INDEX notes_by_member ON notes (member_id, created_at);

      CREATE TABLE drafts (
        case_id INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        body TEXT NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
    `),
};
