import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../electron/data/store/create-store.ts';
import { removeProtection, setProtection } from '../../../electron/data/store/key/change-protection.ts';
import type { Secret } from '../../../electron/data/store/key/unlock-key.ts';
import { getSetting, setSetting } from '../../../electron/data/store/settings/settings.ts';
import { storeErrorFrom } from '../../../electron/data/store/store-error.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { describeStore, waysOutOf } from '../../../electron/data/store/store-state.ts';
import { unlockStore } from '../../../electron/data/store/unlock-store.ts';
import { folderContent } from '../../builders/hash-file.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aProfile, type Profile } from '../../builders/profile.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const passphrase = (text: string): Secret => ({ kind: 'passphrase', passphrase: text });
const first = passphrase('six small candles');
const second = passphrase('nine tall lanterns');

async function aProfileWithWord(secret?: Secret): Promise<Profile> {
  return aProfile({
    ...(secret ? { secret } : {}),
    fill: (store) => store.transaction((db) => setSetting(db, 'word', 'kept')),
  });
}

async function expectOpens({ files }: Profile, secret: Secret) {
  const store = await unlockStore(files, secret);
  expect(getSetting(store.read, 'word')).toBe('kept');
  store.close();
}

async function expectRefusal({ files }: Profile, secret: Secret, code: string) {
  const before = folderContent(files.directory);
  await expect(unlockStore(files, secret)).rejects.toMatchObject({ code });
  expect(folderContent(files.directory)).toEqual(before);
}

describe('a store and its key', () => {
  it('says that there is none, makes one, and refuses to make another over it', async () => {
    const files = storeFiles(`${aTempFolder()}/profile`);
    expect(describeStore(files)).toEqual({ state: 'missing' });
    await expect(unlockStore(files, first)).rejects.toMatchObject({ code: 'vault-missing' });
    (await createStore(files, first)).close();
    expect(describeStore(files)).toEqual({ state: 'locked', protection: ['passphrase'] });
    const before = folderContent(files.directory);
    await expect(createStore(files, second)).rejects.toMatchObject({ code: 'vault-exists' });
    expect(folderContent(files.directory)).toEqual(before);
  });

  it('opens with its passphrase and with no other', async () => {
    const profile = await aProfileWithWord(first);
    await expectOpens(profile, first);
    await expectRefusal(profile, second, 'wrong-passphrase');
    await expectRefusal(profile, { kind: 'keychain', keychain: aKeychain() }, 'vault-locked');
  });

  it('takes a passphrase in whatever way its characters were composed', async () => {
    const profile = await aProfileWithWord(passphrase('mañana señor café'.normalize('NFC')));
    await expectOpens(profile, passphrase('mañana señor café'.normalize('NFD')));
  });

  it('opens by the keychain, and says so when that is not there', async () => {
    const keychain = aKeychain();
    const profile = await aProfileWithWord({ kind: 'keychain', keychain });
    expect(describeStore(profile.files)).toEqual({ state: 'locked', protection: ['keychain'] });
    await expectOpens(profile, { kind: 'keychain', keychain });
    keychain.available = false;
    await expectRefusal(profile, { kind: 'keychain', keychain }, 'keychain-unavailable');
  });

  it('refuses weak passphrases before anything is made', async () => {
    const files = storeFiles(`${aTempFolder()}/profile`);
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', '']) {
      await expect(createStore(files, passphrase(weak))).rejects.toMatchObject({ code: 'weak-passphrase' });
    }
    expect(describeStore(files)).toEqual({ state: 'missing' });
  });

  it('changes the passphrase without touching the database', async () => {
    const profile = await aProfileWithWord(first);
    const database = readFileSync(profile.files.database);
    await expect(setProtection(profile.files.envelope, second, second)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    await setProtection(profile.files.envelope, first, second);
    expect(readFileSync(profile.files.database).equals(database)).toBe(true);
    await expectRefusal(profile, first, 'wrong-passphrase');
    await expectOpens(profile, second);
  });

  it('takes a second way in and gives up either, but never the last', async () => {
    const keychain: Secret = { kind: 'keychain', keychain: aKeychain() };
    const profile = await aProfileWithWord(keychain);
    await setProtection(profile.files.envelope, keychain, first);
    expect(describeStore(profile.files)).toEqual({ state: 'locked', protection: ['keychain', 'passphrase'] });
    await expectOpens(profile, first);
    await expectOpens(profile, keychain);
    await removeProtection(profile.files.envelope, first, 'keychain');
    await expectRefusal(profile, keychain, 'vault-locked');
    await expect(removeProtection(profile.files.envelope, first, 'passphrase')).rejects.toMatchObject({
      code: 'vault-locked',
    });
    await expectOpens(profile, first);
  });

  it('keeps the old way in when the new one does not open', async () => {
    const profile = await aProfileWithWord(first);
    const forgetful = { ...aKeychain(), unwrap: () => Promise.resolve(new Uint8Array(32)) };
    const changing = setProtection(profile.files.envelope, first, { kind: 'keychain', keychain: forgetful });
    await expect(changing).rejects.toMatchObject({ code: 'keychain-unavailable' });
    expect(describeStore(profile.files)).toEqual({ state: 'locked', protection: ['passphrase'] });
    await expectOpens(profile, first);
  });

  it('tells a missing key from a missing database', async () => {
    const withoutKey = await aProfileWithWord();
    rmSync(withoutKey.files.envelope);
    expect(describeStore(withoutKey.files)).toEqual({ state: 'failed', code: 'key-missing' });
    await expectRefusal(withoutKey, withoutKey.secret, 'key-missing');
    const withoutDatabase = await aProfileWithWord();
    rmSync(withoutDatabase.files.database);
    expect(describeStore(withoutDatabase.files)).toEqual({ state: 'failed', code: 'store-damaged' });
    await expectRefusal(withoutDatabase, withoutDatabase.secret, 'store-damaged');
  });

  it('tells a damaged envelope from a wrong passphrase, whatever the damage', async () => {
    const profile = await aProfileWithWord(first);
    const text = readFileSync(profile.files.envelope, 'utf8');
    const damages = [
      '',
      'null',
      '[]',
      text.slice(0, -20),
      text.replace('"N": 131072', '"N": 1024'),
      text.replace('"N": 131072', '"N": 1073741824'),
      text.replace(/"sealed": ".{4}/, '"sealed": "AAAA'),
      text.replace('"wraps"', '"wrap"'),
      text.padEnd(100_000, ' '),
    ];
    for (const damaged of damages) {
      writeFileSync(profile.files.envelope, damaged);
      expect(describeStore(profile.files)).toEqual({ state: 'failed', code: 'key-damaged' });
      await expectRefusal(profile, first, 'key-damaged');
    }
    writeFileSync(profile.files.envelope, text);
    await expectOpens(profile, first);
  });

  it('refuses an envelope of a later version as such', async () => {
    const profile = await aProfileWithWord();
    writeFileSync(profile.files.envelope, JSON.stringify({ version: 2, wraps: [] }));
    expect(describeStore(profile.files)).toEqual({ state: 'failed', code: 'store-newer' });
  });

  it('writes the envelope for this account alone and never the key', async () => {
    const seen: Uint8Array[] = [];
    const keychain = aKeychain();
    const wrap = (key: Uint8Array) => {
      seen.push(Uint8Array.from(key));
      return keychain.wrap(key);
    };
    const spying = { ...keychain, wrap };
    const { files } = await aProfileWithWord({ kind: 'keychain', keychain: spying });
    if (process.platform !== 'win32') expect(statSync(files.envelope).mode & 0o077).toBe(0);
    const key = Buffer.from(seen[0] ?? []);
    expect(key.length).toBe(32);
    for (const file of [files.envelope, files.database]) {
      const content = readFileSync(file);
      for (const encoding of ['hex', 'base64'] as const) expect(content.includes(key.toString(encoding))).toBe(false);
      expect(content.includes(key)).toBe(false);
    }
  });

  it('offers a way out of every failure', () => {
    const codes = ['SQLITE_NOTADB', 'SQLITE_FULL', 'SQLITE_BUSY', 'EROFS', 'SQLITE_IOERR_READ'];
    for (const code of codes) {
      const known = storeErrorFrom(Object.assign(new Error('from SQLite'), { code }));
      expect(known && waysOutOf(known.code).length).toBeGreaterThan(0);
    }
    expect(storeErrorFrom(new Error('something else'))).toBeUndefined();
  });
});
