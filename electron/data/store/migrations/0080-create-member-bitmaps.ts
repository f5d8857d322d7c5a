import type Database from 'better-sqlite3';
import type { Migration } from './migration.ts';

/**
 * Who was active when, as sets of members, and the first time each member spoke: what retention tables and stay curves
 * are counted from. With them what an activity answers, marks on activities, how accounts ended, and what spaces are for.
 */
export const createMemberBitmaps: Migration = {
  version: 80,
  name: 'create-member-bitmaps',
  up: (db) => {
    db.exec(schema);
    fillFirsts(db);
    fillBitmaps(db);
  },
};

const schema = `
  -- The members with an activity of exactly this level in a day or week (local day number; of its Monday for a week).
  -- scope is a space, or 0 for the whole community, which alone has days. Members are counted from first_word * 32.
  -- packing 0: bits are little-endian 32-bit words, trimmed at both ends.
  -- packing 1: bits are steps from one member to the next (the first: from first_word * 32), as LEB128 numbers.
  CREATE TABLE member_bitmaps (
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    unit TEXT NOT NULL CHECK (unit IN ('day', 'week')),
    scope INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    start INTEGER NOT NULL,
    packing INTEGER NOT NULL CHECK (packing IN (0, 1)),
    first_word INTEGER NOT NULL,
    bits BLOB NOT NULL,
    PRIMARY KEY (community_id, unit, scope, level, start)
  ) STRICT, WITHOUT ROWID;

  -- First activity ever of level 2 or more.
  CREATE TABLE member_firsts (
    member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    community_id INTEGER NOT NULL,
    spoke_at INTEGER NOT NULL,
    spoke_day INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX member_firsts_by_time ON member_firsts (community_id, spoke_at);

  -- parent_key is the remote key of the activity that this one answers. flags are a sum: 1 asks for support,
  -- 2 wants no answer, 4 was removed before anybody saw it, 8 its thread was closed.
  ALTER TABLE activities ADD COLUMN parent_key BLOB;
  ALTER TABLE activities ADD COLUMN flags INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX activities_by_time ON activities (community_id, at);
  -- Answers two questions from the index alone: who ever turned to whom, and who did within some days.
  DROP INDEX activities_by_target;
  CREATE INDEX activities_to_member ON activities (community_id, target_member_id, at, member_id, level)
    WHERE target_member_id IS NOT NULL;

  ALTER TABLE members ADD COLUMN ended_at INTEGER;
  ALTER TABLE members ADD COLUMN ended_how TEXT CHECK (ended_how IN ('removed', 'deleted', 'spam'));
  CREATE INDEX members_by_end ON members (community_id, ended_at) WHERE ended_at IS NOT NULL;

  ALTER TABLE spaces ADD COLUMN purpose TEXT NOT NULL DEFAULT ''
    CHECK (purpose IN ('', 'support', 'introductions', 'group-activity', 'announcements', 'social'));
`;

function fillFirsts(db: Database.Database): void {
  // With a bare min() SQLite takes the other columns from the row that holds it.
  db.exec(`
    INSERT INTO member_firsts (member_id, community_id, spoke_at, spoke_day)
    SELECT member_id, community_id, min(at), day FROM activities WHERE level >= 2 GROUP BY community_id, member_id
  `);
}

/** A set as it is written: community, scope, level, start, first word, bits. */
type PackedSet = [number, number, number, number, number, Buffer];

// Day -3 was a Monday.
const sources = [
  { unit: 'day', scope: '0', start: 'day', from: 'member_days' },
  { unit: 'week', scope: '0', start: 'week', from: 'member_weeks' },
  { unit: 'week', scope: 'space_id', start: '(day + 3) / 7 * 7 - 3', from: 'activities WHERE space_id IS NOT NULL' },
] as const;

function fillBitmaps(db: Database.Database): void {
  for (const { unit, scope, start, from } of sources) {
    const insert = db.prepare(
      `INSERT INTO member_bitmaps (community_id, scope, level, start, first_word, bits, unit, packing)
       VALUES (?, ?, ?, ?, ?, ?, '${unit}', 1)`,
    );
    const rows = db
      .prepare(
        `SELECT DISTINCT community_id, ${scope} AS scope, level, ${start} AS start, member_id FROM ${from}
         ORDER BY 1, 2, 3, 4, 5`,
      )
      .raw()
      .iterate() as IterableIterator<[number, number, number, number, number]>;
    // Nothing can be written while rows are read, and packed sets are far smaller than rows.
    for (const set of packSets(rows)) insert.run(...set);
  }
}

/** Rows are community, scope, level, start, member; sets arrive whole, their members ascending. */
function packSets(rows: Iterable<[number, number, number, number, number]>): PackedSet[] {
  const sets: PackedSet[] = [];
  let key = '';
  let members: number[] = [];
  const pack = (): void => {
    const last = sets.at(-1);
    if (!last) return;
    last[4] = Math.floor((members[0] ?? 0) / 32);
    last[5] = stepsOf(members);
  };
  for (const [community, scope, level, start, member] of rows) {
    const next = `${community} ${scope} ${level} ${start}`;
    if (next !== key) {
      pack();
      sets.push([community, scope, level, start, 0, Buffer.alloc(0)]);
      key = next;
      members = [];
    }
    members.push(member);
  }
  pack();
  return sets;
}

/** Ascending members as LEB128 steps, the first one counted from the word it lies in. */
function stepsOf(members: readonly number[]): Buffer {
  const bytes: number[] = [];
  let before = Math.floor((members[0] ?? 0) / 32) * 32;
  for (const member of members) {
    let step = member - before;
    for (; step >= 128; step = Math.floor(step / 128)) bytes.push((step % 128) + 128);
    bytes.push(step);
    before = member;
  }
  return Buffer.from(bytes);
}
