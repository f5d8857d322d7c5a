import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import { openConnection } from '../../../electron/data/store/connection.ts';
import { readGroupSets } from '../../../electron/data/store/identity/group-sets.ts';
import { findOrdinal } from '../../../electron/data/store/identity/links.ts';
import { withdrawPerson } from '../../../electron/data/store/identity/people.ts';
import { listQuestions, saveQuestion } from '../../../electron/data/store/identity/questions.ts';
import { readIdentityKey, writeIdentityKey } from '../../../electron/data/store/identity/vault-key.ts';
import { openStore, type Store } from '../../../electron/data/store/open.ts';
import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';
import { anIdentityVault, answerQuestion, aQuestion } from '../../builders/identity.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aKey, aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

interface Village {
  readonly store: Store;
  readonly key: Buffer;
  readonly file: string;
  readonly identityFile: string;
  readonly community: CommunityId;
  readonly members: readonly MemberId[];
}

function aVillage(): Village {
  const folder = aTempFolder();
  const file = join(folder, 'hearth.db');
  const key = aKey();
  const store = aStore({ file, key });
  const community = aCommunity(store.write);
  const members = Array.from({ length: 6 }, () => aMember(store.write, community));
  return { store, key, file, identityFile: join(folder, 'identity.db'), community, members };
}

/** Every page of a database in the clear, also those that no table uses any more. */
function decrypted(file: string, key: Buffer): Buffer {
  const copy = join(aTempFolder(), 'copy.db');
  copyFileSync(file, copy);
  const db = openConnection({ file: copy, key });
  db.pragma("rekey = ''");
  db.close();
  return readFileSync(copy);
}

function everyText(db: ReturnType<typeof openConnection>): string {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'").all();
  return (tables as { name: string }[])
    .map(({ name }) => JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all()))
    .join('\n');
}

describe('the identity file', () => {
  it('is not there before a first question, and opens under a key of its own only', () => {
    const { store, key, identityFile, community, members } = aVillage();
    const vault = anIdentityVault(store);
    expect([vault.current(), vault.loss()]).toEqual([null, null]);
    expect(() => readFileSync(identityFile)).toThrow();
    answerQuestion(store.write, vault.ensure(), community, [{ member: members[0] as MemberId, answers: ['woman'] }]);
    vault.close();
    expect(() => openConnection({ file: identityFile, key, readonly: true })).toThrow(/not a database/);
    const own = readIdentityKey(store.read)?.key ?? Buffer.alloc(32);
    expect(own.equals(key)).toBe(false);
    const right = openConnection({ file: identityFile, key: own, readonly: true, fileMustExist: true });
    expect(right.prepare('SELECT count(*) AS people FROM people').get()).toEqual({ people: 1 });
    right.close();
  });

  it('says nothing without the other: no answers in the store, no names or ids of members beside the answers', () => {
    const { store, key, file, community, members } = aVillage();
    const identity = anIdentityVault(store).ensure();
    const said = members.map((member) => ({ member, answers: ['non-binary', '~starlit'] }));
    answerQuestion(store.write, identity, community, said);
    store.write.pragma('wal_checkpoint(TRUNCATE)');
    const main = decrypted(file, key);
    expect(main.includes('member_')).toBe(true);
    for (const word of ['non-binary', 'starlit', 'gender']) expect(main.includes(word)).toBe(false);
    const beside = everyText(identity.db);
    expect(beside).toContain('starlit');
    expect(beside).not.toContain('member_');
    const ordinals = members.map((member) => findOrdinal(store.read, member) ?? 0);
    expect(ordinals).not.toEqual([...ordinals].sort((a, b) => a - b).map((_, index) => index + 1));
    expect(new Set(ordinals).size).toBe(members.length);
    expect(Math.min(...ordinals)).toBeGreaterThan(members.length);
  });

  it('gives the groups as sets of members: any mention, refusals apart, own terms by their text', () => {
    const { store, community, members } = aVillage();
    const identity = anIdentityVault(store).ensure();
    const [a, b, c, d, e] = members as [MemberId, MemberId, MemberId, MemberId, MemberId];
    answerQuestion(store.write, identity, community, [
      { member: e, answers: ['woman', 'non-binary'] },
      { member: a, answers: ['woman'] },
      { member: b, answers: ['~genderqueer'] },
      { member: c, answers: ['prefer-not-to-say'] },
      { member: d, answers: [] },
    ]);
    const sets = readGroupSets(identity, store.read, community, 'gender');
    expect(sets && [...sets.asked]).toEqual([a, b, c, d, e]);
    expect(sets && [...sets.answered]).toEqual([a, b, e]);
    expect(sets && [...sets.preferNotToSay]).toEqual([c]);
    expect(sets?.groups.map(({ code, term, members: ids }) => [code, term, [...ids]])).toEqual([
      ['woman', null, [a, e]],
      ['man', null, []],
      ['non-binary', null, [e]],
      ['own-term', 'genderqueer', [b]],
    ]);
    expect(readGroupSets(identity, store.read, community, 'orientation')).toBeNull();
  });

  it('takes a newer answer in place of an older one, and never an older one back', () => {
    const { store, community, members } = aVillage();
    const identity = anIdentityVault(store).ensure();
    const member = members[0] as MemberId;
    const groups = () =>
      readGroupSets(identity, store.read, community, 'gender')
        ?.groups.filter((one) => one.members.length > 0)
        .map(({ code }) => code);
    answerQuestion(store.write, identity, community, [{ member, answers: ['woman'], consentAt: testNow }]);
    answerQuestion(store.write, identity, community, [{ member, answers: ['man'], consentAt: testNow + 1 }]);
    expect(groups()).toEqual(['man']);
    answerQuestion(store.write, identity, community, [{ member, answers: ['woman'], consentAt: testNow }]);
    expect(groups()).toEqual(['man']);
  });

  it('lets go of a person at once when they withdraw, and lets no old file bring them back', () => {
    const { store, community, members } = aVillage();
    const identity = anIdentityVault(store).ensure();
    const [a, b] = members as [MemberId, MemberId];
    answerQuestion(store.write, identity, community, [
      { member: a, answers: ['~onlyme'] },
      { member: b, answers: ['woman'] },
    ]);
    const ordinal = findOrdinal(store.read, a) ?? 0;
    identity.transaction((db) => withdrawPerson(db, community, ordinal, testNow + 10));
    identity.forgetRemoved();
    const sets = () => readGroupSets(identity, store.read, community, 'gender');
    expect([...(sets()?.asked ?? [])]).toEqual([b]);
    expect(everyText(identity.db)).not.toContain('onlyme');
    answerQuestion(store.write, identity, community, [{ member: a, answers: ['man'], consentAt: testNow + 9 }]);
    expect([...(sets()?.asked ?? [])]).toEqual([b]);
    answerQuestion(store.write, identity, community, [{ member: a, answers: ['man'], consentAt: testNow + 11 }]);
    expect([...(sets()?.asked ?? [])]).toEqual([a, b]);
  });

  it('makes another version of a question whose words change after somebody was asked', () => {
    const { store, community, members } = aVillage();
    const identity = anIdentityVault(store).ensure();
    const save = (wording: string) =>
      identity.transaction((db) => saveQuestion(db, community, aQuestion({ wording: { en: wording } }), testNow))
        .version;
    expect([save('One'), save('Two')]).toEqual([1, 1]);
    const member = members[0] as MemberId;
    answerQuestion(store.write, identity, community, [{ member, answers: ['man'] }]);
    expect(save('Three')).toBe(2);
    expect(readGroupSets(identity, store.read, community, 'gender')?.version).toBe(1);
    expect(listQuestions(identity.db, community).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('keeps nothing of a community that was erased', () => {
    const { store, community, members } = aVillage();
    const vault = anIdentityVault(store);
    const said = members.map((member) => ({ member, answers: ['woman'] }));
    answerQuestion(store.write, vault.ensure(), community, said);
    vault.close();
    eraseCommunity(store.write, community);
    const again = anIdentityVault(store);
    const counts = ['people', 'answers', 'asks', 'questions', 'answer_sets'].map((table) =>
      again.current()?.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    expect(counts).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('an identity file that can’t be read', () => {
  function aFilledVillage(): Village {
    const village = aVillage();
    const vault = anIdentityVault(village.store);
    const member = village.members[0] as MemberId;
    answerQuestion(village.store.write, vault.ensure(), village.community, [{ member, answers: ['woman'] }]);
    vault.close();
    return village;
  }
  const broken: readonly (readonly [string, (village: Village) => void])[] = [
    ['file', ({ identityFile }) => rmSync(identityFile)],
    ['damaged', ({ identityFile }) => writeFileSync(identityFile, 'x'.repeat(8192))],
    ['damaged', ({ store }) => writeIdentityKey(store.write, { key: aKey(), made: true })],
    ['key', ({ store }) => store.write.exec('DELETE FROM identity_vault')],
  ];

  it.each(broken)('is a loss of kind %s, and the store works on', (kind, breakIt) => {
    const village = aFilledVillage();
    breakIt(village);
    const vault = anIdentityVault(village.store);
    expect([vault.current(), vault.loss()]).toEqual([null, kind]);
    expect(() => vault.ensure()).toThrow('store-damaged');
    vault.erase();
    expect(vault.loss()).toBeNull();
    expect(vault.ensure().db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(0);
  });

  it('is gone for good once erased, with its key and the links', () => {
    const { store, key, file, identityFile } = aFilledVillage();
    const before = readIdentityKey(store.read)?.key ?? Buffer.alloc(32);
    store.write.pragma('wal_checkpoint(TRUNCATE)');
    expect(decrypted(file, key).includes(before)).toBe(true);
    anIdentityVault(store).erase();
    expect(() => readFileSync(identityFile)).toThrow();
    expect(readIdentityKey(store.read)).toBeNull();
    expect(store.read.prepare('SELECT count(*) FROM identity_links').pluck().get()).toBe(0);
    store.write.pragma('wal_checkpoint(TRUNCATE)');
    expect(decrypted(file, key).includes(before)).toBe(false);
  });

  it('is taken away when it was only being made', () => {
    const { store, identityFile } = aVillage();
    writeIdentityKey(store.write, { key: aKey(), made: false });
    writeFileSync(identityFile, 'half of it');
    const vault = anIdentityVault(store);
    expect([vault.current(), vault.loss()]).toEqual([null, null]);
    expect(() => readFileSync(identityFile)).toThrow();
  });
});

it('opens again after the store was closed', () => {
  const { store, key, file, community, members } = aVillage();
  const vault = anIdentityVault(store);
  const member = members[0] as MemberId;
  answerQuestion(store.write, vault.ensure(), community, [{ member, answers: ['woman'] }]);
  vault.close();
  store.close();
  const again = openStore({ file, key });
  const identity = anIdentityVault(again).current();
  expect(identity && [...(readGroupSets(identity, again.read, community, 'gender')?.answered ?? [])]).toEqual([member]);
  again.close();
});
