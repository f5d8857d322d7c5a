import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpStore } from '../../../electron/data/store/backup/back-up-store.ts';
import { eraseStore } from '../../../electron/data/store/backup/erase-store.ts';
import { restoreMigrationCopy } from '../../../electron/data/store/backup/restore-migration-copy.ts';
import { restoreStore } from '../../../electron/data/store/backup/restore-store.ts';
import { readEnvelopeFile } from '../../../electron/data/store/key/envelope-file.ts';
import { unlockKey } from '../../../electron/data/store/key/unlock-key.ts';
import { migrations } from '../../../electron/data/store/migrations/all.ts';
import { latestVersion } from '../../../electron/data/store/migrations/migrate.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { getSetting, setSetting } from '../../../electron/data/store/settings/settings.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { describeStore } from '../../../electron/data/store/store-state.ts';
import { unlockStore } from '../../../electron/data/store/unlock-store.ts';
import { folderContent } from '../../builders/hash-file.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aProfile, type Profile } from '../../builders/profile.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const passphrase = 'a box under the stairs';

async function aProfileWithWord(word: string): Promise<Profile> {
  return aProfile({ fill: (store) => store.transaction((db) => setSetting(db, 'word', word)) });
}

async function wordOf({ files, secret }: Profile): Promise<unknown> {
  const store = await unlockStore(files, secret);
  const word = getSetting(store.read, 'word');
  store.close();
  return word;
}

async function aBackupOf({ files, secret }: Profile, afterwards?: string): Promise<string> {
  const file = join(aTempFolder(), 'backup.hearth');
  const store = await unlockStore(files, secret);
  await backUpStore({ store, file, passphrase, madeAt: testNow });
  if (afterwards) store.transaction((db) => setSetting(db, 'word', afterwards));
  store.close();
  return file;
}

const restore = ({ files, secret }: Profile, backup: string, given = passphrase) =>
  restoreStore({ files, backup, passphrase: given, protection: secret });

describe('backup and restore', () => {
  it('brings back what was there, keeps what it replaces, and leaves nothing lying about', async () => {
    const profile = await aProfileWithWord('first');
    const backup = await aBackupOf(profile, 'second');
    expect(readdirSync(join(backup, '..'))).toEqual([basename(backup)]);
    expect(await wordOf(profile)).toBe('second');
    await restore(profile, backup);
    expect(await wordOf(profile)).toBe('first');
    const names = readdirSync(profile.files.directory).sort();
    expect(names).toEqual(['hearth.db', 'hearth.db.lock', 'hearth.key.json', 'replaced']);
    const [aside = ''] = readdirSync(profile.files.replaced);
    const replaced = { ...profile, files: storeFiles(join(profile.files.replaced, aside)) };
    expect(await wordOf(replaced)).toBe('second');
  });

  it('restores where there was no store at all', async () => {
    const backup = await aBackupOf(await aProfileWithWord('moved house'));
    const elsewhere = { ...(await aProfileWithWord('x')), files: storeFiles(join(aTempFolder(), 'new')) };
    await restore(elsewhere, backup);
    expect(await wordOf(elsewhere)).toBe('moved house');
  });

  it('is sealed, and under another key than the store', async () => {
    const profile = await aProfileWithWord('a word nobody should read');
    const backup = await aBackupOf(profile);
    const bytes = readFileSync(backup);
    expect(bytes.includes('a word nobody')).toBe(false);
    const key = await unlockKey(readEnvelopeFile(profile.files.envelope), profile.secret);
    expect(bytes.includes(key)).toBe(false);
    const before = await unlockKey(readEnvelopeFile(profile.files.envelope), profile.secret);
    await restore(profile, backup);
    const after = await unlockKey(readEnvelopeFile(profile.files.envelope), profile.secret);
    expect(after.equals(before)).toBe(false);
  });

  it('tells a wrong passphrase from a damaged backup, and changes nothing for either', async () => {
    const profile = await aProfileWithWord('kept');
    const backup = await aBackupOf(profile);
    const bytes = readFileSync(backup);
    const before = folderContent(profile.files.directory);
    const broken = (change: (copy: Buffer) => Buffer) => {
      const file = join(aTempFolder(), 'broken.hearth');
      writeFileSync(file, change(Buffer.from(bytes)));
      return file;
    };
    const flip = (offset: number) => (copy: Buffer) => {
      copy[offset] = (copy[offset] ?? 0) ^ 1;
      return copy;
    };
    await expect(restore(profile, backup, 'not the passphrase')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    const damages = [
      () => Buffer.alloc(0),
      () => Buffer.from('This is no backup at all, only a text file that somebody chose by mistake.'),
      (copy: Buffer) => copy.subarray(0, 30),
      (copy: Buffer) => copy.subarray(0, copy.length - 1),
      (copy: Buffer) => Buffer.concat([copy, Buffer.from([0])]),
      flip(3),
      flip(20),
      flip(60),
      flip(bytes.length - 5000),
      flip(bytes.length - 1),
    ];
    for (const damage of damages) {
      await expect(restore(profile, broken(damage))).rejects.toMatchObject({ code: 'backup-damaged' });
    }
    expect(folderContent(profile.files.directory)).toEqual(before);
    expect(await wordOf(profile)).toBe('kept');
  });

  it('says so when the backup is not there, or its folder is not', async () => {
    const profile = await aProfileWithWord('kept');
    const nowhere = join(aTempFolder(), 'nowhere', 'backup.hearth');
    await expect(restore(profile, nowhere)).rejects.toMatchObject({ code: 'backup-damaged' });
    const store = await unlockStore(profile.files, profile.secret);
    const writing = backUpStore({ store, file: nowhere, passphrase, madeAt: testNow });
    await expect(writing).rejects.toMatchObject({ code: 'folder-not-writable' });
    store.close();
    expect(await wordOf(profile)).toBe('kept');
  });

  it('refuses to restore over a store that is open', async () => {
    const profile = await aProfileWithWord('open');
    const backup = await aBackupOf(profile);
    const store = await unlockStore(profile.files, profile.secret);
    await expect(restore(profile, backup)).rejects.toMatchObject({ code: 'store-in-use' });
    expect(getSetting(store.read, 'word')).toBe('open');
    store.close();
  });

  it('can be stopped, and leaves the earlier backup in place', async () => {
    const profile = await aProfileWithWord('first');
    const file = await aBackupOf(profile, 'second');
    const before = readFileSync(file);
    const store = await unlockStore(profile.files, profile.secret);
    const stop = new AbortController();
    const stopped = backUpStore({
      store,
      file,
      passphrase,
      madeAt: testNow,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual([basename(file)]);
    store.close();
  });

  it.each([0, 1, 2])('finishes an exchange of two stores that was cut off after %i of its files', async (moved) => {
    const old = await aProfileWithWord('old');
    const next = await aProfileWithWord('next');
    const { files } = old;
    mkdirSync(files.incoming);
    for (const file of [next.files.database, next.files.envelope])
      renameSync(file, join(files.incoming, basename(file)));
    writeFileSync(join(files.incoming, 'ready.json'), JSON.stringify({ asideAs: '1', newKey: true }));
    mkdirSync(join(files.replaced, '1'), { recursive: true });
    for (const file of [files.database, files.envelope].slice(0, moved)) {
      renameSync(file, join(files.replaced, '1', basename(file)));
      renameSync(join(files.incoming, basename(file)), file);
    }
    expect(describeStore(files)).toMatchObject({ state: 'locked' });
    expect(await wordOf({ files, secret: next.secret })).toBe('next');
    expect(await wordOf({ files: storeFiles(join(files.replaced, '1')), secret: old.secret })).toBe('old');
  });

  it('clears away a restore that was never ready', async () => {
    const profile = await aProfileWithWord('kept');
    mkdirSync(profile.files.incoming);
    writeFileSync(join(profile.files.incoming, 'hearth.db'), 'half of something');
    expect(await wordOf(profile)).toBe('kept');
    expect(readdirSync(profile.files.directory)).not.toContain('incoming');
  });
});

describe('going back to a copy from before a schema change', () => {
  it('opens the copy once a newer build has changed the file', async () => {
    const profile = await aProfileWithWord('before the change');
    const key = await unlockKey(readEnvelopeFile(profile.files.envelope), profile.secret);
    const future = { version: latestVersion() + 10, name: 'future', up: () => {} };
    const changed = openStore({ file: profile.files.database, key, migrations: [...migrations, future] });
    changed.transaction((db) => setSetting(db, 'word', 'after the change'));
    changed.close();
    await expect(unlockStore(profile.files, profile.secret)).rejects.toMatchObject({ code: 'store-newer' });
    const copy = await restoreMigrationCopy(profile.files, profile.secret);
    expect(copy.version).toBe(latestVersion());
    expect(await wordOf(profile)).toBe('before the change');
  });

  it('refuses a damaged copy and keeps the store', async () => {
    const profile = await aProfileWithWord('kept');
    mkdirSync(profile.files.copies);
    writeFileSync(join(profile.files.copies, 'schema-10-1.db'), 'x'.repeat(9000));
    await expect(restoreMigrationCopy(profile.files, profile.secret)).rejects.toMatchObject({ code: 'store-damaged' });
    expect(await wordOf(profile)).toBe('kept');
  });

  it('says that there is none', async () => {
    const profile = await aProfileWithWord('kept');
    await expect(restoreMigrationCopy(profile.files, profile.secret)).rejects.toMatchObject({ code: 'vault-missing' });
  });
});

describe('erasing', () => {
  it('leaves nothing of the store, of what it replaced, nor any key', async () => {
    const profile = await aProfileWithWord('gone');
    const backup = await aBackupOf(profile);
    await restore(profile, backup);
    writeFileSync(join(profile.files.directory, 'somebody-elses.txt'), 'stays');
    eraseStore(profile.files);
    expect(readdirSync(profile.files.directory)).toEqual(['somebody-elses.txt']);
    expect(describeStore(profile.files)).toEqual({ state: 'missing' });
  });

  it('refuses while the store is open', async () => {
    const profile = await aProfileWithWord('open');
    const store = await unlockStore(profile.files, profile.secret);
    expect(() => eraseStore(profile.files)).toThrow(expect.objectContaining({ code: 'store-in-use' }));
    store.close();
    expect(await wordOf(profile)).toBe('open');
  });
});
