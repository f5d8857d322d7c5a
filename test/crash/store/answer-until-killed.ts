import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { openIdentityVault } from '../../../electron/data/store/identity/identity-vault.ts';
import { linkMembers } from '../../../electron/data/store/identity/links.ts';
import { keepAnswers } from '../../../electron/data/store/identity/people.ts';
import { findQuestion } from '../../../electron/data/store/identity/questions.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';

const [file = '', key = ''] = process.argv.slice(2);
const store = openStore({ file, key: Buffer.from(key, 'hex') });
const identity = openIdentityVault(store, storeFiles(dirname(file))).ensure();
const community = 1 as CommunityId;
const question = findQuestion(identity.db, community, 'gender');
if (!question) throw new Error('the test asks a question first');
const members = store.read.prepare('SELECT id FROM members ORDER BY id').pluck().all() as MemberId[];

// Links, then answers, batch by batch, as an import does; told to the outside only when the batch is committed.
for (let round = 0; ; round += 1) {
  const batch = members.filter((id) => id % 7 === round % 7);
  const ordinals = linkMembers(store.write, batch);
  const people = batch.map((id) => ({
    ordinal: ordinals.get(id) ?? 0,
    consentAt: round,
    consentIsDated: true,
    consentTextVersion: '1',
    asked: [{ questionId: question.id, chosen: [{ answer: round % 2 === 0 ? 'woman' : 'man', term: '' }] }],
  }));
  identity.transaction((db) => keepAnswers(db, community, people));
  writeSync(1, `${round}\n`);
}
