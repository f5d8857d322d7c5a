import type { Migration } from '../../../electron/data/store/migrations/migration.ts';

/** A schema with enough rows that copying and changing it takes a while. */
export const gardenBefore: readonly Migration[] = [
  {
    version: 10,
    name: 'plant-garden',
    up: (db) => {
      db.exec('CREATE TABLE plants (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT');
      const insert = db.prepare('INSERT INTO plants (name) VALUES (?)');
      for (let index = 0; index < 20_000; index += 1) insert.run(`plant ${index} ${'x'.repeat(100)}`);
    },
  },
];

/** A step that changes every row and says how far it is. */
export function gardenAfter(say: (line: string) => void): readonly Migration[] {
  const rename: Migration = {
    version: 20,
    name: 'rename-plants',
    up: (db) => {
      db.exec('ALTER TABLE plants ADD COLUMN height INTEGER');
      const update = db.prepare(`UPDATE plants SET name = 'renamed', height = 1 WHERE id % 100 = ?`);
      for (let part = 0; part < 100; part += 1) {
        update.run(part);
        say(`part ${part}`);
      }
    },
  };
  return [...gardenBefore, rename];
}
