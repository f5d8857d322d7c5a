import type { Migration } from '../migrations/migration.ts';

const createAnswers: Migration = {
  version: 10,
  name: 'create-identity-answers',
  up: (db) =>
    db.exec(`
      -- community is a number of the main store. wording: language to text. answers: a list, see shared/domain/health.
      -- asked_people: how many the survey went to, as the coordinator noted it.
      CREATE TABLE questions (
        id INTEGER PRIMARY KEY,
        community INTEGER NOT NULL,
        key TEXT NOT NULL,
        version INTEGER NOT NULL,
        kind TEXT NOT NULL,
        asked_from INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        wording TEXT NOT NULL,
        answers TEXT NOT NULL,
        several INTEGER NOT NULL CHECK (several IN (0, 1)),
        free_term INTEGER NOT NULL CHECK (free_term IN (0, 1)),
        asked_people INTEGER,
        UNIQUE (community, key, version)
      ) STRICT;

      -- A person is a random number and nothing else. Who withdrew stays as that number and the moment, without answers,
      -- so that reading an old file again can't bring them back.
      CREATE TABLE people (
        ordinal INTEGER PRIMARY KEY,
        community INTEGER NOT NULL,
        consent_at INTEGER NOT NULL,
        consent_text_version TEXT NOT NULL,
        withdrawn_at INTEGER
      ) STRICT;
      CREATE INDEX people_by_community ON people (community);

      CREATE TABLE asks (
        question_id INTEGER NOT NULL REFERENCES questions (id),
        ordinal INTEGER NOT NULL REFERENCES people (ordinal) ON DELETE CASCADE,
        PRIMARY KEY (question_id, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX asks_by_person ON asks (ordinal);

      -- term is empty but for what a person wrote in their own words (answer 'own-term').
      CREATE TABLE answers (
        ordinal INTEGER NOT NULL REFERENCES people (ordinal) ON DELETE CASCADE,
        question_id INTEGER NOT NULL REFERENCES questions (id),
        answer TEXT NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY (ordinal, question_id, answer, term)
      ) STRICT, WITHOUT ROWID;

      -- The same answers as sets of people, written in the same transaction: ascending ordinals as LEB128 steps.
      CREATE TABLE answer_sets (
        question_id INTEGER NOT NULL REFERENCES questions (id),
        answer TEXT NOT NULL,
        term TEXT NOT NULL,
        bits BLOB NOT NULL,
        PRIMARY KEY (question_id, answer, term)
      ) STRICT, WITHOUT ROWID;

      -- What was told by group from a snapshot (kind and period as in the main store): who stands behind each number, so
      -- that a further question can't tell a few apart, and true counts, so that a change of a few shows as none. They say
      -- who is in which group, and so lie here and nowhere else. Destroyed with the snapshot.
      CREATE TABLE told_sets (
        id INTEGER PRIMARY KEY,
        community INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('week', 'quarter')),
        period INTEGER NOT NULL,
        measure TEXT NOT NULL,
        bits BLOB NOT NULL
      ) STRICT;
      CREATE INDEX told_sets_by_measure ON told_sets (community, kind, period, measure);
      CREATE TABLE told_counts (
        community INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('week', 'quarter')),
        period INTEGER NOT NULL,
        question TEXT NOT NULL,
        counts TEXT NOT NULL,
        PRIMARY KEY (community, kind, period, question)
      ) STRICT, WITHOUT ROWID;
    `),
};

const addHeadings: Migration = {
  version: 20,
  name: 'add-headings-to-told-sets',
  // Sets told before stand under none: they are set off against every number without a crossing, which errs on the safe side.
  up: (db) => db.exec(`ALTER TABLE told_sets ADD COLUMN heading TEXT NOT NULL DEFAULT ''`),
};

const rememberRows: Migration = {
  version: 30,
  name: 'remember-told-rows',
  up: (db) =>
    db.exec(`
      -- Rows of tables that were told or hidden, as they were when something of them last moved: who stood behind them, and
      -- the counts that were told, or at which they were hidden. curves: what was said of its curves, as JSON. period: of the last snapshot they stood in.
      CREATE TABLE told_rows (
        id INTEGER PRIMARY KEY,
        community INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('week', 'quarter')),
        question TEXT NOT NULL,
        row TEXT NOT NULL,
        period INTEGER NOT NULL,
        shape TEXT NOT NULL,
        hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
        counts TEXT NOT NULL,
        people BLOB NOT NULL,
        cells BLOB NOT NULL,
        curves TEXT
      ) STRICT;
      CREATE INDEX told_rows_by_row ON told_rows (community, kind, question, row);

      -- Which route, quarter of joining and standing each person is counted under for a quarter, so that records written
      -- meanwhile can't be used as a filter. quarter: local day number of its first day.
      CREATE TABLE held_people (
        community INTEGER NOT NULL,
        what TEXT NOT NULL,
        value TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        bits BLOB NOT NULL,
        PRIMARY KEY (community, what, value)
      ) STRICT, WITHOUT ROWID;

      -- Terms that people wrote to a question, whether they are told, and who wrote them when that last moved.
      CREATE TABLE held_terms (
        community INTEGER NOT NULL,
        question TEXT NOT NULL,
        term TEXT NOT NULL,
        told INTEGER NOT NULL CHECK (told IN (0, 1)),
        count INTEGER NOT NULL,
        bits BLOB NOT NULL,
        PRIMARY KEY (community, question, term)
      ) STRICT;
    `),
};

/** Every step of the identity file's own schema, oldest first. Frozen once released, like those of the main store. */
export const identityMigrations: readonly Migration[] = [createAnswers, addHeadings, rememberRows];
