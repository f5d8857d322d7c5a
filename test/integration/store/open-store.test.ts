import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { latestVersion } from '../../../electron/data/store/migrations/migrate.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { setSetting } from '../../../electron/data/store/settings/settings.ts';
import { folderContent } from '../../builders/hash-file.ts';
import { aKey, aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const emptyHash = createHash('sha256').digest('hex');
const secretWord = 'rosemary-and-thyme';

describe('opening a store', () => {
  let folder: string;
  let file: string;
  let key: Buffer;

  beforeEach(() => {
    folder = aTempFolder();
    file = join(folder, 'hearth.db');
    key = aKey();
    const store = openStore({ file, key });
    store.transaction((db) => setSetting(db, 'word', secretWord));
    store.transaction((db) => {
      for (let index = 0; index < 500; index += 1) setSetting(db, `filler-${index}`, 'x'.repeat(200));
    });
    store.close();
  });

  /** Everything in the folder, without what SQLite puts beside a file to read it: its index and an empty log. */
  const contentThatCounts = () =>
    folderContent(folder).filter((line) => !line.startsWith('hearth.db-shm') && line !== `hearth.db-wal ${emptyHash}`);

  /** Opening must fail with `code` and must not change a byte of anything that lay in the folder. */
  function expectRefusal(code: string, options: { key?: Buffer } = {}) {
    const before = contentThatCounts();
    expect(() => openStore({ file, key: options.key ?? key })).toThrow(expect.objectContaining({ code }));
    expect(contentThatCounts()).toEqual(before);
  }

  /** Leaves the file as a process that was killed would: with its last writes in the log only. */
  function leaveUnclean() {
    const other = join(aTempFolder(), 'hearth.db');
    copyFileSync(file, other);
    const store = openStore({ file: other, key });
    store.transaction((db) => setSetting(db, 'word', 'in the log'));
    cpSync(other, file);
    cpSync(`${other}-wal`, `${file}-wal`);
    store.close();
  }

  function overwrite(offset: number, bytes: Buffer) {
    const handle = openSync(file, 'r+');
    writeSync(handle, bytes, 0, bytes.length, offset);
    closeSync(handle);
  }

  it('keeps what was written, and keeps it unreadable on disk', () => {
    const store = openStore({ file, key });
    expect(store.read.prepare(`SELECT value FROM settings WHERE key = 'word'`).get()).toEqual({
      value: `"${secretWord}"`,
    });
    store.transaction((db) => setSetting(db, 'word', `${secretWord} again`));
    for (const name of [file, `${file}-wal`]) expect(existsSync(name)).toBe(true);
    store.close();
    expect(readFileSync(file).includes(secretWord)).toBe(false);
    expect(readFileSync(file).subarray(0, 16).toString('latin1')).not.toContain('SQLite');
  });

  it('encrypts the write-ahead log too', () => {
    leaveUnclean();
    expect(readFileSync(`${file}-wal`).includes('in the log')).toBe(false);
  });

  it('sets up the connections', () => {
    const store = aStore();
    const pragma = (name: string) => store.write.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('foreign_keys'), pragma('temp_store'), pragma('user_version')]).toEqual([
      'wal',
      1,
      2,
      latestVersion(),
    ]);
  });

  it('reads through a connection that cannot write', () => {
    const store = aStore();
    expect(() => store.read.prepare(`DELETE FROM settings`).run()).toThrow(/readonly/);
  });

  it('refuses a wrong key', () => {
    expectRefusal('store-damaged', { key: aKey() });
  });

  it('refuses a wrong key when there is a log to be taken over', () => {
    leaveUnclean();
    expectRefusal('store-damaged', { key: aKey() });
    const store = openStore({ file, key });
    expect(store.read.prepare(`SELECT value FROM settings WHERE key = 'word'`).get()).toEqual({
      value: '"in the log"',
    });
    store.close();
  });

  it('refuses an empty file', () => {
    writeFileSync(file, '');
    expectRefusal('store-damaged');
  });

  it('refuses a file that is something else', () => {
    writeFileSync(file, 'Dear diary, '.repeat(2000));
    expectRefusal('store-damaged');
  });

  it('refuses a file whose header was overwritten', () => {
    overwrite(0, Buffer.alloc(100, 0x41));
    expectRefusal('store-damaged');
  });

  it('refuses a file that was cut off', () => {
    const handle = openSync(file, 'r+');
    ftruncateSync(handle, 4096 * 5 + 17);
    closeSync(handle);
    expectRefusal('store-damaged');
  });

  it('finds one changed byte anywhere after an unclean end', () => {
    leaveUnclean();
    const size = readFileSync(file).length;
    overwrite(size - 2000, Buffer.from([0xff, 0x00, 0xff]));
    expectRefusal('store-damaged');
  });

  it('refuses a file of a newer schema and names both versions', () => {
    const newer = { version: latestVersion() + 10, name: 'from-the-future', up: () => {} };
    const migrations = [{ version: latestVersion(), name: 'present', up: () => {} }, newer];
    openStore({ file, key, migrations }).close();
    expectRefusal('store-newer');
    expect(() => openStore({ file, key })).toThrow(
      expect.objectContaining({ detail: { file: newer.version, app: latestVersion() } }),
    );
  });

  it('refuses a second process or window, and lets it in afterwards', () => {
    const first = openStore({ file, key });
    expect(() => openStore({ file, key })).toThrow(expect.objectContaining({ code: 'store-in-use' }));
    first.close();
    openStore({ file, key }).close();
  });

  it('opens after an unclean end with everything that was committed', () => {
    leaveUnclean();
    const store = openStore({ file, key });
    expect(store.read.prepare(`SELECT value FROM settings WHERE key = 'word'`).get()).toEqual({
      value: '"in the log"',
    });
    store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('rolls back what no longer fits on the disk and works on', () => {
    const store = openStore({ file, key });
    const pages = Number(store.write.pragma('page_count', { simple: true }));
    store.write.pragma(`max_page_count = ${pages + 5}`);
    const fill = () =>
      store.transaction((db) => {
        for (let index = 0; index < 200; index += 1) setSetting(db, `more-${index}`, 'y'.repeat(4000));
      });
    expect(fill).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(store.read.prepare(`SELECT count(*) AS n FROM settings WHERE key LIKE 'more-%'`).get()).toEqual({ n: 0 });
    store.write.pragma('max_page_count = 1073741823');
    fill();
    expect(store.read.prepare(`SELECT count(*) AS n FROM settings WHERE key LIKE 'more-%'`).get()).toEqual({ n: 200 });
    expect(store.write.pragma('quick_check', { simple: true })).toBe('ok');
    store.close();
  });

  it('joins nested transactions and undoes only the inner one that failed', () => {
    const store = openStore({ file, key });
    store.transaction((db) => {
      setSetting(db, 'outer', 1);
      expect(() =>
        store.transaction(() => {
          setSetting(db, 'inner', 1);
          throw new Error('inner fails');
        }),
      ).toThrow('inner fails');
    });
    const keys = store.read.prepare(`SELECT key FROM settings WHERE key IN ('outer', 'inner')`).all();
    expect(keys).toEqual([{ key: 'outer' }]);
    store.close();
  });

  it('gives long reads one unchanging state, each its own', async () => {
    const store = aStore();
    const count = (db: { prepare: typeof store.read.prepare }) =>
      db.prepare('SELECT count(*) AS n FROM settings').get();
    const results = await Promise.all(
      [0, 1, 2, 3].map((number) =>
        store.readSnapshot(async (db) => {
          const before = count(db);
          store.transaction((writer) => setSetting(writer, `during-${number}`, true));
          await Promise.resolve();
          return [before, count(db)];
        }),
      ),
    );
    for (const [before, after] of results) expect(after).toEqual(before);
    expect(count(store.read)).toEqual({ n: 4 });
  });

  it('gives its connection back when long work fails', async () => {
    const store = aStore();
    const fails = () => store.readSnapshot(() => Promise.reject(new Error('work fails')));
    for (let round = 0; round < 5; round += 1) await expect(fails()).rejects.toThrow('work fails');
    await expect(store.readSnapshot((db) => db.prepare('SELECT 1 AS one').get())).resolves.toEqual({ one: 1 });
  });
});
