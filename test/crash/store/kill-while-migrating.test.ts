import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../electron/data/store/migrations/migrate.ts';
import { listMigrationCopies } from '../../../electron/data/store/migrations/migration-copies.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';
import { aDoomedProcess, killAfterLines } from './doomed-process.ts';
import { gardenAfter, gardenBefore } from './garden-migrations.ts';

describe('a kill in the middle of a schema change', () => {
  // After one line the process is at its copy, or before it; later it is inside the transaction.
  it.each([1, 2, 50, 99])(
    'leaves the file as it was, and the next start brings it up (after %i lines)',
    async (lines) => {
      const file = join(aTempFolder(), 'hearth.db');
      const key = aKey();
      openStore({ file, key, migrations: gardenBefore }).close();
      await killAfterLines(
        aDoomedProcess(new URL('./migrate-until-killed.ts', import.meta.url), [file, key.toString('hex')]),
        lines,
      );

      const old = openStore({ file, key, migrations: gardenBefore });
      expect(schemaVersion(old.write)).toBe(10);
      const sql = `SELECT count(*) AS n FROM plants WHERE name LIKE 'plant %'`;
      expect(old.read.prepare(sql).get()).toEqual({ n: 20_000 });
      old.close();

      const migrated = openStore({ file, key, migrations: gardenAfter(() => {}) });
      expect(schemaVersion(migrated.write)).toBe(20);
      expect(migrated.read.prepare(`SELECT count(*) AS n FROM plants WHERE height = 1`).get()).toEqual({ n: 20_000 });
      migrated.close();

      const copies = join(dirname(file), 'copies');
      expect(listMigrationCopies(copies)[0]?.version).toBe(10);
      expect(readdirSync(copies).filter((name) => name.includes('unfinished'))).toEqual([]);
    },
  );
});
