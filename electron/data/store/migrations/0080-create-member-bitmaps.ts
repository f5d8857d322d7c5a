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
  -- The members with an activity of this level or a higher one in a week (local day number of its Monday).
  -- scope is a space, or 0 for the whole community. Members are counted from first_word * 32.
  -- packing 0: bits are little-endian 32-bit words, trimmed at both ends.
  -- packing 1: bits are steps from one member to the next (the first: from first_word * 32), as LEB128 numbers.
  CREATE TABLE member_bitmaps (
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    scope INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    week INTEGER NOT NULL,
    packing INTEGER NOT NULL CHECK (packing IN (0, 1)),
    first_word INTEGER NOT NULL,
    bits BLOB NOT NULL,
    PRIMARY KEY (community_id, scope, level, week)
  ) STRICT, WITHOUT ROWID;

  -- On which days of the week: one byte for each member of the whole community's set, in its order; bit 0 is Monday.
  -- In a table of its own, because weeks are mostly read without their days.
  CREATE TABLE member_week_days (
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    level INTEGER NOT NULL,
    week INTEGER NOT NULL,
    days BLOB NOT NULL,
    PRIMARY KEY (community_id, level, week)
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
  -- Every count leaves bots out: finding them must not mean reading every member.
  CREATE INDEX members_by_bot ON members (community_id, id) WHERE is_bot = 1;

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

/** An activity's place in the sets. Rows come set by set, their members ascending. */
type Placed = [communityId: number, scope: number, week: number, memberId: number, day: number, level: number];

interface PackedSet {
  readonly key: readonly [communityId: number, scope: number, level: number, week: number];
  readonly firstWord: number;
  readonly bits: Buffer;
  readonly days: Buffer;
}

// Day -3 was a Monday.
const sources = [
  `SELECT community_id, 0, (day + 3) / 7 * 7 - 3 AS week, member_id, day, level FROM member_days ORDER BY 1, 2, 3, 4`,
  `SELECT DISTINCT community_id, space_id, (day + 3) / 7 * 7 - 3 AS week, member_id, day, level FROM activities
   WHERE space_id IS NOT NULL ORDER BY 1, 2, 3, 4`,
];

/** Writes the sets of all rows of some sources. Sets that are there already must be gone. */
export function fillBitmaps(db: Database.Database, of: readonly string[] = sources): void {
  const addSet = db.prepare(
    `INSERT INTO member_bitmaps (community_id, scope, level, week, packing, first_word, bits)
     VALUES (?, ?, ?, ?, 1, ?, ?)`,
  );
  const addDays = db.prepare('INSERT INTO member_week_days (community_id, level, week, days) VALUES (?, ?, ?, ?)');
  for (const source of of) {
    const rows = db.prepare(source).raw().iterate() as IterableIterator<Placed>;
    // Nothing can be written while rows are read, and packed sets are far smaller than rows.
    for (const { key, firstWord, bits, days } of packSets(rows)) {
      addSet.run(...key, firstWord, bits);
      if (key[1] === 0) addDays.run(key[0], key[2], key[3], days);
    }
  }
}

function packSets(rows: Iterable<Placed>): PackedSet[] {
  const packed: PackedSet[] = [];
  let current: Placed | undefined;
  /** By level: the days of each member, in the order of their coming. */
  let members: Map<number, number>[] = [];
  const pack = (): void => {
    for (const [level, days] of members.entries()) {
      if (!current || days.size === 0) continue;
      const ids = [...days.keys()];
      packed.push({
        key: [current[0], current[1], level, current[2]],
        firstWord: Math.floor((ids[0] ?? 0) / 32),
        bits: stepsOf(ids),
        days: Buffer.from([...days.values()]),
      });
    }
  };
  for (const row of rows) {
    if (!current || row[0] !== current[0] || row[1] !== current[1] || row[2] !== current[2]) {
      pack();
      current = row;
      members = Array.from({ length: 5 }, () => new Map<number, number>());
    }
    const [, , week, memberId, day, level] = row;
    for (const days of members.slice(0, level + 1)) days.set(memberId, (days.get(memberId) ?? 0) | (1 << (day - week)));
  }
  pack();
  return packed;
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
