import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readGroupSets } from '../../../electron/data/store/identity/group-sets.ts';
import { openIdentityVault } from '../../../electron/data/store/identity/identity-vault.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { answerQuestion } from '../../builders/identity.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';
import { aDoomedProcess, killAfterLines } from './doomed-process.ts';

const kills = 8;

it(`keeps answers, their sets and their links at one through ${kills} kills while importing`, async () => {
  const file = join(aTempFolder(), 'hearth.db');
  const key = aKey();
  const first = openStore({ file, key });
  const community = aCommunity(first.write, { id: 1 });
  for (let member = 0; member < 70; member += 1) aMember(first.write, community);
  const made = openIdentityVault(first, storeFiles(dirname(file)));
  answerQuestion(first.write, made.ensure(), community, []);
  made.close();
  first.close();
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = aDoomedProcess(new URL('./answer-until-killed.ts', import.meta.url), [file, key.toString('hex')]);
    await killAfterLines(child, 7 + ((kill * 5) % 23));

    const store = openStore({ file, key });
    const vault = openIdentityVault(store, storeFiles(dirname(file)));
    const identity = vault.current();
    if (!identity) throw new Error(`the identity file is lost: ${vault.loss()}`);
    expect(identity.db.pragma('integrity_check', { simple: true })).toBe('ok');
    const sets = readGroupSets(identity, store.read, community, 'gender');
    const rows = identity.db.prepare('SELECT answer, count(*) AS people FROM answers GROUP BY answer').all();
    const counted = (rows as { answer: string; people: number }[]).map(({ answer, people }) => [answer, people]);
    const bySet = sets?.groups.filter(({ members }) => members.length > 0).map((one) => [one.code, one.members.length]);
    expect(bySet?.sort()).toEqual(counted);
    expect(sets?.asked).toHaveLength(70);
    expect(sets?.answered).toHaveLength(70);
    vault.close();
    store.close();
  }
});
