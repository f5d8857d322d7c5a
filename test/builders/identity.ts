import { dirname } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WriteDb } from '../../electron/data/store/db.ts';
import { type IdentityVault, openIdentityVault } from '../../electron/data/store/identity/identity-vault.ts';
import { linkMembers } from '../../electron/data/store/identity/links.ts';
import type { IdentityStore } from '../../electron/data/store/identity/open-identity.ts';
import { type ChosenAnswer, keepAnswers } from '../../electron/data/store/identity/people.ts';
import { saveQuestion } from '../../electron/data/store/identity/questions.ts';
import type { Store } from '../../electron/data/store/open.ts';
import { type StoreFiles, storeFiles } from '../../electron/data/store/store-files.ts';
import type { IdentityQuestionDraft } from '../../shared/domain/health/identity-questions.ts';
import type { CommunityId, MemberId } from '../../shared/domain/ids.ts';
import { testNow } from './insert-row.ts';

/** A question about gender as the template suggests it. */
export function aQuestion(overrides: Partial<IdentityQuestionDraft> = {}): IdentityQuestionDraft {
  const answer = (code: string, label: string) => ({ code, labels: { en: label }, written: [] });
  return {
    key: 'gender',
    kind: 'gender',
    purpose: 'To see whether newcomers of every gender find a welcome.',
    wording: { en: 'Which of these describe you?' },
    answers: [answer('woman', 'Woman'), answer('man', 'Man'), answer('non-binary', 'Non-binary')],
    several: true,
    freeTerm: true,
    ...overrides,
  };
}

/** The identity file beside a store, closed when the test is over. */
export function anIdentityVault(store: Store, files: StoreFiles = storeFiles(dirname(store.file))): IdentityVault {
  const vault = openIdentityVault(store, files);
  onTestFinished(vault.close);
  return vault;
}

/** What a member answered: codes, or own terms written with a tilde ("~genderqueer"). Codes alone for an undated consent. */
export interface Said {
  readonly member: MemberId;
  readonly answers: readonly string[];
  readonly consentAt?: number;
}

/** The same answers from each of these people. */
export const saying = (people: readonly MemberId[], ...answers: readonly string[]): Said[] =>
  people.map((member) => ({ member, answers }));

/** Keeps answers to the newest version of a question, as an import does. */
export function answerQuestion(
  main: WriteDb,
  identity: IdentityStore,
  communityId: CommunityId,
  said: readonly Said[],
  draft: IdentityQuestionDraft = aQuestion(),
): void {
  const question = identity.transaction((db) => saveQuestion(db, communityId, draft, testNow));
  const ordinals = linkMembers(
    main,
    said.map(({ member }) => member),
  );
  identity.transaction((db) =>
    keepAnswers(
      db,
      communityId,
      said.map(({ member, answers, consentAt }) => ({
        ordinal: ordinals.get(member) ?? 0,
        consentAt: consentAt ?? testNow,
        consentIsDated: true,
        consentTextVersion: '1',
        asked: [{ questionId: question.id, chosen: answers.map(chosen) }],
      })),
    ),
  );
}

function chosen(text: string): ChosenAnswer {
  return text.startsWith('~') ? { answer: 'own-term', term: text.slice(1) } : { answer: text, term: '' };
}
