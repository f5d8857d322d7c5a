import { ownTerm, preferNotToSay } from '../../../../shared/domain/health/identity-questions.ts';
import type { CommunityId, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { lastWords } from './last-words.ts';
import { peopleByOrdinal } from './links.ts';
import type { IdentityStore } from './open-identity.ts';
import { unpackOrdinals } from './ordinal-set.ts';
import { listQuestionsInUse, type StoredQuestion } from './questions.ts';

/** One group: everybody who gave this answer, alone or beside others ("any mention", health.md C.6). */
export interface GroupSet {
  readonly code: string;
  /** What people wrote in their own words; null for an answer that was offered. */
  readonly term: string | null;
  /** Member ids, ascending. */
  readonly members: Int32Array;
}

/**
 * The answers to one version of one question as sets of member ids, ascending; who linked several accounts is in them as one,
 * with their newest answer. True sets: for electron/data/health alone.
 */
export interface GroupSets {
  readonly question: StoredQuestion;
  readonly version: number;
  /** Who was asked and consented. Who isn't in here was not asked, or gave no consent. */
  readonly asked: Int32Array;
  /** Who gave an answer that is not a refusal. */
  readonly answered: Int32Array;
  readonly preferNotToSay: Int32Array;
  /** In the order of the question's answers, then people's own terms by their text. Without the refusals. */
  readonly groups: readonly GroupSet[];
}

/**
 * The groups of a question, of the version in use. Null where there is no such question. The only way from answers to members. Who withdrew is out at once; minors were never in.
 */
export function readGroupSets(
  identity: IdentityStore,
  main: ReadDb,
  communityId: CommunityId,
  questionKey: string,
): GroupSets | null {
  const question = listQuestionsInUse(identity.db, communityId).find(({ key }) => key === questionKey);
  if (!question) return null;
  const { memberOf } = peopleByOrdinal(main, communityId);
  const idsOf = (ordinals: readonly number[]): Int32Array => {
    // An ordinal without a member belongs to somebody who was erased.
    const ids = ordinals.map((ordinal) => memberOf.get(ordinal)).filter((id): id is MemberId => id !== undefined);
    return Int32Array.from(new Set(ids)).sort();
  };
  const stored = readSets(identity.db, question);
  const words = lastWords(identity.db, memberOf, new Set(stored.flatMap(({ ordinals }) => ordinals)));
  const sets = stored.map((set) => ({ ...set, ordinals: set.ordinals.filter(words.isAnswer) }));
  const groups = sets.filter(({ answer }) => answer !== preferNotToSay);
  const asks = statement<{ ordinal: number }>(identity.db, 'SELECT ordinal FROM asks WHERE question_id = ?');
  return {
    question,
    version: question.version,
    asked: idsOf(
      asks
        .all(question.id)
        .map(({ ordinal }) => ordinal)
        .filter(words.isAsked),
    ),
    answered: idsOf([...new Set(groups.flatMap(({ ordinals }) => ordinals))]),
    preferNotToSay: idsOf(sets.find(({ answer }) => answer === preferNotToSay)?.ordinals ?? []),
    groups: groups.map(({ answer, term, ordinals }) => ({
      code: answer,
      term: answer === ownTerm ? term : null,
      members: idsOf(ordinals),
    })),
  };
}

interface ReadSet {
  readonly answer: string;
  readonly term: string;
  readonly ordinals: number[];
}

/** Every answer the question offers, also where nobody chose it: a missing row would say that nobody did. */
function readSets(db: ReadDb, question: StoredQuestion): readonly ReadSet[] {
  const rows = statement<{ answer: string; term: string; bits: Buffer }>(
    db,
    'SELECT answer, term, bits FROM answer_sets WHERE question_id = ? ORDER BY answer, term',
  ).all(question.id);
  const read = rows.map(({ answer, term, bits }) => ({ answer, term, ordinals: unpackOrdinals(bits) }));
  const offered = [...question.answers.map(({ code }) => code), preferNotToSay];
  return [
    ...offered.map((code) => read.find(({ answer }) => answer === code) ?? { answer: code, term: '', ordinals: [] }),
    ...read.filter(({ answer }) => answer === ownTerm),
  ];
}
