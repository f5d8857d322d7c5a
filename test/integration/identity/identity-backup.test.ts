import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUpStore } from '../../../electron/data/store/backup/back-up-store.ts';
import { eraseStore } from '../../../electron/data/store/backup/erase-store.ts';
import { restoreStore } from '../../../electron/data/store/backup/restore-store.ts';
import { readGroupSets } from '../../../electron/data/store/identity/group-sets.ts';
import { openIdentityVault } from '../../../electron/data/store/identity/identity-vault.ts';
import { readIdentityKey } from '../../../electron/data/store/identity/vault-key.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { unlockStore } from '../../../electron/data/store/unlock-store.ts';
import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';
import { answerQuestion } from '../../builders/identity.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aProfile, type Profile } from '../../builders/profile.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const passphrase = 'a box under the stairs';

interface Saved {
  readonly profile: Profile;
  readonly backup: string;
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly key: Buffer;
}

/** A profile with one answer, its backup, and after the backup another answer. */
async function aSavedProfile(): Promise<Saved> {
  const profile = await aProfile();
  const backup = join(aTempFolder(), 'backup.hearth');
  const store = await unlockStore(profile.files, profile.secret);
  const community = aCommunity(store.write);
  const member = aMember(store.write, community);
  const vault = openIdentityVault(store, profile.files);
  const identity = vault.ensure();
  answerQuestion(store.write, identity, community, [{ member, answers: ['~starlit'] }]);
  await backUpStore({ store, identity, file: backup, passphrase, madeAt: testNow });
  answerQuestion(store.write, identity, community, [{ member, answers: ['man'] }]);
  const key = readIdentityKey(store.read)?.key ?? Buffer.alloc(32);
  vault.close();
  store.close();
  return { profile, backup, community, member, key };
}

const restore = ({ profile: { files, secret }, backup }: Pick<Saved, 'profile' | 'backup'>) =>
  restoreStore({ files, backup, passphrase, protection: secret });

async function answersIn({ profile: { files, secret }, community }: Omit<Saved, 'backup' | 'member'>) {
  const store = await unlockStore(files, secret);
  const vault = openIdentityVault(store, files);
  const identity = vault.current();
  const sets = identity && readGroupSets(identity, store.read, community, 'gender');
  const groups = sets?.groups.filter(({ members }) => members.length > 0);
  const found = { loss: vault.loss(), groups: groups?.map(({ code, term, members }) => [code, term, ...members]) };
  const key = readIdentityKey(store.read)?.key;
  vault.close();
  store.close();
  return { ...found, key };
}

it('comes back with a backup, under keys that neither the backup nor the store before had', async () => {
  const saved = await aSavedProfile();
  expect(readdirSync(join(saved.backup, '..'))).toEqual(['backup.hearth']);
  expect((await answersIn(saved)).groups).toEqual([['man', null, saved.member]]);
  await restore(saved);
  const restored = await answersIn(saved);
  expect(restored).toMatchObject({ loss: null, groups: [['own-term', 'starlit', saved.member]] });
  expect(restored.key?.equals(saved.key)).toBe(false);
  const [aside = ''] = readdirSync(saved.profile.files.replaced);
  expect(existsSync(join(saved.profile.files.replaced, aside, 'identity.db'))).toBe(true);
});

it('comes back where there was nothing', async () => {
  const saved = await aSavedProfile();
  const elsewhere = { ...saved, profile: { ...saved.profile, files: storeFiles(join(aTempFolder(), 'new')) } };
  await restore(elsewhere);
  expect((await answersIn(elsewhere)).groups).toEqual([['own-term', 'starlit', saved.member]]);
});

it('makes way for a backup that has none', async () => {
  const saved = await aSavedProfile();
  const plain = await aProfile();
  const backup = join(aTempFolder(), 'plain.hearth');
  const store = await unlockStore(plain.files, plain.secret);
  await backUpStore({ store, file: backup, passphrase, madeAt: testNow });
  store.close();
  await restore({ profile: saved.profile, backup });
  expect(await answersIn(saved)).toMatchObject({ loss: null, groups: undefined });
});

it('refuses a backup whose answers were changed, and leaves everything as it was', async () => {
  const saved = await aSavedProfile();
  const bytes = readFileSync(saved.backup);
  const last = bytes.length - 100;
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
  writeFileSync(saved.backup, bytes);
  await expect(restore(saved)).rejects.toMatchObject({ code: 'backup-damaged' });
  expect((await answersIn(saved)).groups).toEqual([['man', null, saved.member]]);
});

it('is erased with the store', async () => {
  const saved = await aSavedProfile();
  await restore(saved);
  eraseStore(saved.profile.files);
  expect(readdirSync(saved.profile.files.directory)).toEqual([]);
});
