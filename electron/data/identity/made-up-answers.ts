import {
  type IdentityKind,
  type IdentityQuestionDraft,
  identityTemplates,
  preferNotToSay,
} from '../../../shared/domain/health/identity-questions.ts';
import type { CommunityId, Instant, MemberId } from '../../../shared/domain/ids.ts';
import { drawAnswers, type MadeUpAnswers } from '../practice/network/draw-answers.ts';
import type { NetworkPeople } from '../practice/network/draw-people.ts';
import type { SeededRandom } from '../practice/world/random.ts';
import type { WriteDb } from '../store/db.ts';
import { linkMembers } from '../store/identity/links.ts';
import type { IdentityStore } from '../store/identity/open-identity.ts';
import { keepAnswers, type PersonAnswers } from '../store/identity/people.ts';
import { saveQuestion, setAskedPeople } from '../store/identity/questions.ts';

const CONSENT_TEXT = 'practice-1';
const PURPOSE = 'To practise: everybody here is made up.';
/** People per transaction of the identity file. */
const PER_TRANSACTION = 4_000;

const asked = [
  { key: 'gender', kind: 'gender', wording: 'Which of these describe you?', of: 'gender' },
  { key: 'trans-status', kind: 'trans-status', wording: 'Are you trans?', of: 'transStatus' },
  { key: 'age-band', kind: 'age-band', wording: 'How old are you?', of: 'ageBand' },
] as const;

/** Where made-up answers are kept. */
export interface MadeUpSurvey {
  readonly main: WriteDb;
  readonly identity: IdentityStore;
  readonly communityId: CommunityId;
  readonly now: Instant;
}

/**
 * Asks everybody of a made-up network three questions and keeps what those who agreed to answer said. `ids` are row numbers
 * by person, 0 for nobody. `turn` is called between transactions and may throw to stop.
 */
export async function keepMadeUpAnswers(
  survey: MadeUpSurvey,
  { people, ids }: { readonly people: NetworkPeople; readonly ids: Float64Array },
  random: SeededRandom,
  turn: () => Promise<void>,
): Promise<void> {
  const { identity, communityId, now } = survey;
  const members = ids.filter((id) => id > 0).length;
  const questions = identity.transaction((db) =>
    asked.map((question) => {
      const { id } = saveQuestion(db, communityId, draftOf(question), now);
      setAskedPeople(db, id, members);
      return { id, of: question.of };
    }),
  );
  let batch: MadeUpAnswers[] = [];
  for (const answers of drawAnswers(people, random, preferNotToSay)) {
    if ((ids[answers.person] ?? 0) === 0) continue;
    batch.push(answers);
    if (batch.length < PER_TRANSACTION) continue;
    keepBatch(survey, ids, questions, batch);
    batch = [];
    await turn();
  }
  if (batch.length > 0) keepBatch(survey, ids, questions, batch);
}

interface AskedQuestion {
  readonly id: number;
  readonly of: (typeof asked)[number]['of'];
}

function keepBatch(
  { main, identity, communityId, now }: MadeUpSurvey,
  ids: Float64Array,
  questions: readonly AskedQuestion[],
  batch: readonly MadeUpAnswers[],
): void {
  const memberOf = ({ person }: MadeUpAnswers) => (ids[person] ?? 0) as MemberId;
  const ordinals = linkMembers(main, batch.map(memberOf));
  const said = batch.map((answers): PersonAnswers => {
    const ordinal = ordinals.get(memberOf(answers));
    if (ordinal === undefined) throw new Error('everybody who answers is linked first');
    return {
      ordinal,
      consentAt: now,
      consentIsDated: true,
      consentTextVersion: CONSENT_TEXT,
      asked: questions.map(({ id, of }) => ({
        questionId: id,
        chosen: answers[of].map((answer) => ({ answer, term: '' })),
      })),
    };
  });
  identity.transaction((db) => keepAnswers(db, communityId, said));
}

function draftOf({ key, kind, wording }: (typeof asked)[number]): IdentityQuestionDraft {
  const template = templateOf(kind);
  return {
    key,
    kind,
    purpose: PURPOSE,
    wording: { en: wording },
    answers: template.codes.map((code) => ({ code, labels: {}, written: [] })),
    several: template.several,
    freeTerm: template.freeTerm,
  };
}

function templateOf(kind: IdentityKind) {
  const found = identityTemplates.find((template) => template.kind === kind);
  if (!found) throw new Error('every kind of question has a template');
  return found;
}
