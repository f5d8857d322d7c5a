import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpStore } from '../../../electron/data/store/backup/back-up-store.ts';
import { createStore } from '../../../electron/data/store/create-store.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { setSetting } from '../../../electron/data/store/settings/settings.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { describeStore } from '../../../electron/data/store/store-state.ts';
import { folderContent } from '../../builders/hash-file.ts';
import { aKey } from '../../builders/store.ts';
import { aMountedFolder, whyNoMount } from './mounted-folder.ts';

const reason = whyNoMount();
const passphrase = 'a long enough passphrase';

describe.skipIf(reason !== undefined)(`a disk that refuses${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it('refuses a read-only file system without touching the file', () => {
    const { folder, makeReadOnly } = aMountedFolder(8 << 20);
    const file = join(folder, 'hearth.db');
    const key = aKey();
    openStore({ file, key }).close();
    const before = folderContent(folder);
    makeReadOnly();
    expect(() => openStore({ file, key })).toThrow(expect.objectContaining({ code: 'store-read-only' }));
    expect(folderContent(folder)).toEqual(before);
  });

  it('survives a full disk in the middle of a transaction', () => {
    const { folder } = aMountedFolder(2 << 20);
    const file = join(folder, 'hearth.db');
    const key = aKey();
    const store = openStore({ file, key });
    store.transaction((db) => setSetting(db, 'kept', true));
    const fill = () =>
      store.transaction((db) => {
        for (let index = 0; index < 2000; index += 1) setSetting(db, `more-${index}`, 'y'.repeat(4000));
      });
    expect(fill).toThrow(expect.objectContaining({ code: 'disk-full' }));
    store.close();
    const again = openStore({ file, key });
    expect(again.read.prepare('SELECT key FROM settings').all()).toEqual([{ key: 'kept' }]);
    expect(again.write.pragma('integrity_check', { simple: true })).toBe('ok');
    again.close();
  });

  it('leaves no half store behind when there is no room to make one', async () => {
    const { folder } = aMountedFolder(128 << 10);
    const files = storeFiles(join(folder, 'profile'));
    await expect(createStore(files, { kind: 'passphrase', passphrase })).rejects.toMatchObject({ code: 'disk-full' });
    expect(describeStore(files)).toEqual({ state: 'missing' });
  });

  it('leaves no half backup behind when there is no room for one', async () => {
    const { folder } = aMountedFolder(3 << 20);
    const target = aMountedFolder(256 << 10).folder;
    mkdirSync(join(folder, 'profile'));
    const store = openStore({ file: join(folder, 'profile', 'hearth.db'), key: aKey() });
    const file = join(target, 'backup.hearth');
    await expect(backUpStore({ store, file, passphrase, madeAt: 1 })).rejects.toMatchObject({ code: 'disk-full' });
    expect(readdirSync(target)).toEqual([]);
    store.close();
  });
});
