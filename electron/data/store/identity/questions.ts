import type {
  IdentityAnswer,
  IdentityKind,
  IdentityQuestion,
  IdentityQuestionDraft,
} from '../../../../shared/domain/health/identity-questions.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { canonicalJson, type Json } from '../audit/canonical-json.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

interface QuestionRow {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly kind: IdentityKind;
  readonly asked_from: Instant;
  readonly purpose: string;
  readonly wording: string;
  readonly answers: string;
  readonly several: number;
  readonly free_term: number;
  readonly asked_people: number | null;
}

/** A question with its row number in the identity file. */
export interface StoredQuestion extends IdentityQuestion {
  readonly id: number;
  /** How many people the survey went to, as the coordinator noted it. */
  readonly askedPeople: number | null;
}

/** Every version of every question of a community, the newest version of a question first. */
export function listQuestions(db: ReadDb, communityId: CommunityId): readonly StoredQuestion[] {
  const sql = 'SELECT * FROM questions WHERE community = ? ORDER BY key, version DESC';
  return statement<QuestionRow>(db, sql).all(communityId).map(toQuestion);
}

/**
 * The version of each question that groups are made of: the newest that anybody was asked, for answers to other words are not
 * the same; the newest where nobody was asked any.
 */
export function listQuestionsInUse(db: ReadDb, communityId: CommunityId): readonly StoredQuestion[] {
  const versions = listQuestions(db, communityId);
  return [...new Set(versions.map(({ key }) => key))].flatMap((key) => {
    const own = versions.filter((one) => one.key === key);
    return own.find(({ id }) => wasAsked(db, id)) ?? own[0] ?? [];
  });
}

/** The newest version of a question, or null. */
export function findQuestion(db: ReadDb, communityId: CommunityId, key: string): StoredQuestion | null {
  const sql = 'SELECT * FROM questions WHERE community = ? AND key = ? ORDER BY version DESC LIMIT 1';
  const row = statement<QuestionRow>(db, sql).get(communityId, key);
  return row ? toQuestion(row) : null;
}

/**
 * Keeps a question. Where its words or answers differ from the newest version, and somebody was asked that one, it becomes
 * another version; otherwise the newest is replaced. The caller has checked it with `problemOfQuestion`.
 */
export function saveQuestion(
  db: WriteDb,
  communityId: CommunityId,
  draft: IdentityQuestionDraft,
  at: Instant,
): StoredQuestion {
  const known = findQuestion(db, communityId, draft.key);
  const isNewVersion = known === null || (asksSomethingElse(known, draft) && wasAsked(db, known.id));
  const values = {
    community: communityId,
    key: draft.key,
    version: (known?.version ?? 0) + Number(isNewVersion),
    kind: draft.kind,
    askedFrom: isNewVersion ? at : known.askedFrom,
    purpose: draft.purpose,
    wording: canonicalJson(draft.wording),
    answers: canonicalJson(draft.answers as unknown as Json),
    several: Number(draft.several),
    freeTerm: Number(draft.freeTerm),
  };
  statement(
    db,
    `INSERT INTO questions (community, key, version, kind, asked_from, purpose, wording, answers, several, free_term)
     VALUES (@community, @key, @version, @kind, @askedFrom, @purpose, @wording, @answers, @several, @freeTerm)
     ON CONFLICT (community, key, version) DO UPDATE SET kind = @kind, purpose = @purpose, wording = @wording,
       answers = @answers, several = @several, free_term = @freeTerm`,
  ).run(values);
  const saved = findQuestion(db, communityId, draft.key);
  if (saved === null) throw new Error('a question that was saved is there');
  return saved;
}

/** Notes how many people a version of a question was put to, also those who never answered; null where nobody knows. */
export function setAskedPeople(db: WriteDb, questionId: number, askedPeople: number | null): void {
  statement(db, 'UPDATE questions SET asked_people = ? WHERE id = ?').run(askedPeople, questionId);
}

/** True once somebody was asked this version: its words then stay as they are. */
export function wasAsked(db: ReadDb, questionId: number): boolean {
  return statement(db, 'SELECT 1 FROM asks WHERE question_id = ? LIMIT 1').get(questionId) !== undefined;
}

/** Other ways of writing an answer, and what the question is used for, don't change what people were asked. */
function asksSomethingElse(known: StoredQuestion, draft: IdentityQuestionDraft): boolean {
  const asked = ({ kind, wording, answers, several, freeTerm }: IdentityQuestionDraft) => {
    const offered = answers.map(({ code, labels }) => ({ code, labels }));
    return canonicalJson({ kind, wording, answers: offered, several, freeTerm } as unknown as Json);
  };
  return asked(known) !== asked(draft);
}

function toQuestion(row: QuestionRow): StoredQuestion {
  return {
    id: row.id,
    key: row.key,
    version: row.version,
    kind: row.kind,
    askedFrom: row.asked_from,
    purpose: row.purpose,
    wording: JSON.parse(row.wording) as Record<string, string>,
    answers: JSON.parse(row.answers) as IdentityAnswer[],
    several: row.several === 1,
    freeTerm: row.free_term === 1,
    askedPeople: row.asked_people,
  };
}
