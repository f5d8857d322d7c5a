import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../../electron/data/store/connection.ts';
import type { WriteDb } from '../../../electron/data/store/db.ts';
import { migrations } from '../../../electron/data/store/migrations/all.ts';
import { latestVersion, migrate, schemaVersion } from '../../../electron/data/store/migrations/migrate.ts';
import type { Migration } from '../../../electron/data/store/migrations/migration.ts';
import { copiesKept, listMigrationCopies } from '../../../electron/data/store/migrations/migration-copies.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { insertRow, testNow } from '../../builders/insert-row.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const community = {
  name: 'Quiet Garden',
  platform: 'mastodon',
  base_url: 'https://garden.example',
  account_remote_id: '1',
  connection: 'connected',
  created_at: testNow,
};

function step(version: number, up: Migration['up'] = () => {}): Migration {
  return { version, name: `step-${version}`, up };
}

function aFile() {
  const folder = aTempFolder();
  return { folder, file: join(folder, 'hearth.db'), key: aKey(), copies: join(folder, 'copies') };
}

describe('bringing a file to the newest schema', () => {
  const versions = migrations.slice(0, -1).map(({ version }) => version);

  it.each(versions)('goes from %i with data in it, keeping the data and a copy of what was', (version) => {
    const { file, key, copies } = aFile();
    const old = openStore({ file, key, migrations: migrations.filter((one) => one.version <= version) });
    old.transaction((db) => insertRow(db, 'communities', community));
    old.close();

    const store = openStore({ file, key });
    expect(schemaVersion(store.write)).toBe(latestVersion());
    expect(store.read.prepare('SELECT name FROM communities').all()).toEqual([{ name: community.name }]);
    expect(store.write.pragma('integrity_check', { simple: true })).toBe('ok');
    store.close();

    const [copy, ...others] = listMigrationCopies(copies);
    expect(others).toEqual([]);
    expect(copy?.version).toBe(version);
    const copied = openConnection({ file: copy?.file ?? '', key, readonly: true, fileMustExist: true });
    expect(copied.prepare('SELECT name FROM communities').all()).toEqual([{ name: community.name }]);
    expect(schemaVersion(copied)).toBe(version);
    copied.close();
  });

  it('gives the same schema step by step as at once', () => {
    const schemaOf = (db: WriteDb) => db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    const { file, key } = aFile();
    for (let count = 1; count <= migrations.length; count += 1) {
      openStore({ file, key, migrations: migrations.slice(0, count) }).close();
    }
    const stepwise = openStore({ file, key });
    const atOnce = openStore({ ...aFile(), key });
    expect(schemaOf(stepwise.write)).toEqual(schemaOf(atOnce.write));
    stepwise.close();
    atOnce.close();
  });

  it('keeps the last copies only, and makes none for a new file or an unchanged schema', () => {
    const { file, key, copies } = aFile();
    const steps = [10, 20, 30, 40, 50].map((version) => step(version));
    for (let count = 1; count <= steps.length; count += 1) {
      openStore({ file, key, migrations: steps.slice(0, count) }).close();
      openStore({ file, key, migrations: steps.slice(0, count) }).close();
    }
    expect(listMigrationCopies(copies).map(({ version }) => version)).toEqual([40, 30]);
    expect(readdirSync(copies)).toHaveLength(copiesKept);
  });

  it('stops at a step that fails and leaves the file at the old version with all its data', () => {
    const { file, key } = aFile();
    const before = [step(10, (db) => db.exec("CREATE TABLE plants (name TEXT); INSERT INTO plants VALUES ('thyme')"))];
    openStore({ file, key, migrations: before }).close();
    const broken = [
      ...before,
      step(20, (db) => db.exec('DELETE FROM plants')),
      step(30, (db) => db.exec('INSERT INTO nowhere VALUES (1)')),
      step(40, (db) => db.exec('DROP TABLE plants')),
    ];
    expect(() => openStore({ file, key, migrations: broken })).toThrow(
      expect.objectContaining({ code: 'migration-failed', detail: { from: 10, step: 30 } }),
    );
    const store = openStore({ file, key, migrations: before });
    expect(schemaVersion(store.write)).toBe(10);
    expect(store.read.prepare('SELECT name FROM plants').all()).toEqual([{ name: 'thyme' }]);
    store.close();
  });

  it('refuses a change that leaves rows pointing at nothing', () => {
    const { file, key } = aFile();
    const before = [
      step(10, (db) =>
        db.exec(
          'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id)); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)',
        ),
      ),
    ];
    openStore({ file, key, migrations: before }).close();
    const dangling = [...before, step(20, (db) => db.exec('DELETE FROM a'))];
    expect(() => openStore({ file, key, migrations: dangling })).toThrow(
      expect.objectContaining({ code: 'migration-failed' }),
    );
    const store = openStore({ file, key, migrations: before });
    expect(store.read.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 1 });
    store.close();
  });

  it('refuses steps that are out of order', () => {
    const { file, key } = aFile();
    const db = openConnection({ file, key });
    expect(() => migrate(db, { migrations: [step(20), step(10)] })).toThrow('out of order');
    expect(() => migrate(db, { migrations: [step(10), step(10)] })).toThrow('out of order');
    db.close();
  });

  it('refuses a file that stands between the steps it knows', () => {
    const { file, key } = aFile();
    openStore({ file, key, migrations: [step(10), step(15)] }).close();
    expect(() => openStore({ file, key, migrations: [step(10), step(20)] })).toThrow(
      expect.objectContaining({ code: 'migration-failed' }),
    );
  });

  it('numbers its own steps in tens', () => {
    for (const { version } of migrations) expect(version % 10).toBe(0);
  });
});
