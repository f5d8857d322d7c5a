import type { Migration } from './migration.ts';

const tables = ['member_bitmaps', 'member_week_days'] as const;

/** A number that moves with every change to a set of members, so that whoever holds sets in memory knows when to read again. */
export const countChangesOfSets: Migration = {
  version: 250,
  name: 'count-changes-of-sets',
  up: (db) =>
    db.exec(`
      -- Of the whole file, and never back: the number of a community that is gone may be given to another one.
      CREATE TABLE member_set_revision (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        revision INTEGER NOT NULL
      ) STRICT;
      INSERT INTO member_set_revision (id, revision) VALUES (1, 1);
      ${tables.flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((change) => trigger(table, change))).join('\n')}
    `),
};

// By trigger, so that nothing that changes a set can forget it: batches, making anew, and what goes with a community.
function trigger(table: string, change: string): string {
  return `CREATE TRIGGER ${table}_${change.toLowerCase()} AFTER ${change} ON ${table}
    BEGIN UPDATE member_set_revision SET revision = revision + 1; END;`;
}
