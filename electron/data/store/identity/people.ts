import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { AnswerSets } from './answer-sets.ts';
import { forgetWhoIn } from './told-rows.ts';

/** What one person said in one survey. */
export interface PersonAnswers {
  readonly ordinal: number;
  readonly consentAt: Instant;
  /** False where the file has no date of consent: such a line can't bring back somebody who withdrew. */
  readonly consentIsDated: boolean;
  readonly consentTextVersion: string;
  /** Every question that was put; without an answer where it was left open. */
  readonly asked: readonly { readonly questionId: number; readonly chosen: readonly ChosenAnswer[] }[];
}

export interface ChosenAnswer {
  readonly answer: string;
  readonly term: string;
}

interface PersonRow {
  readonly consent_at: Instant;
  readonly withdrawn_at: Instant | null;
}

/**
 * Keeps what people said, in place of what they said before. Where a newer consent is there already, or the person took
 * theirs back since, that stands; of whom it is so is told to nobody. Call it inside a transaction of the identity file.
 */
export function keepAnswers(db: WriteDb, communityId: CommunityId, people: readonly PersonAnswers[]): void {
  const sets = new AnswerSets(db);
  for (const person of people) if (mayKeep(db, person)) keepPerson(db, sets, communityId, person);
  sets.write();
}

function mayKeep(db: ReadDb, { ordinal, consentAt, consentIsDated }: PersonAnswers): boolean {
  const sql = 'SELECT consent_at, withdrawn_at FROM people WHERE ordinal = ?';
  const known = statement<PersonRow>(db, sql).get(ordinal);
  if (!known) return true;
  if (known.withdrawn_at !== null) return consentIsDated && consentAt > known.withdrawn_at;
  return consentAt >= known.consent_at;
}

function keepPerson(db: WriteDb, sets: AnswerSets, communityId: CommunityId, person: PersonAnswers): void {
  const { ordinal, consentAt, consentTextVersion } = person;
  statement(
    db,
    `INSERT INTO people (ordinal, community, consent_at, consent_text_version) VALUES (?, ?, ?, ?)
     ON CONFLICT (ordinal) DO UPDATE SET consent_at = excluded.consent_at,
       consent_text_version = excluded.consent_text_version, withdrawn_at = NULL`,
  ).run(ordinal, communityId, consentAt, consentTextVersion);
  for (const { questionId, chosen } of person.asked) {
    forgetAnswers(db, sets, ordinal, questionId);
    statement(db, 'INSERT INTO asks (question_id, ordinal) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
      questionId,
      ordinal,
    );
    for (const { answer, term } of chosen) {
      const insert =
        'INSERT INTO answers (ordinal, question_id, answer, term) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
      statement(db, insert).run(ordinal, questionId, answer, term);
      sets.add({ questionId, answer, term }, ordinal);
    }
  }
}

function forgetAnswers(db: WriteDb, sets: AnswerSets, ordinal: number, questionId: number): void {
  for (const row of answersOf(db, ordinal)) {
    if (row.question_id !== questionId) continue;
    sets.remove({ questionId, answer: row.answer, term: row.term }, ordinal);
  }
  statement(db, 'DELETE FROM answers WHERE ordinal = ? AND question_id = ?').run(ordinal, questionId);
}

interface AnswerRow {
  readonly question_id: number;
  readonly answer: string;
  readonly term: string;
}

/** Every answer of a person, of every version of every question. */
export function answersOf(db: ReadDb, ordinal: number): readonly AnswerRow[] {
  const sql = 'SELECT question_id, answer, term FROM answers WHERE ordinal = ? ORDER BY question_id, answer, term';
  return statement<AnswerRow>(db, sql).all(ordinal);
}

/**
 * Takes a person's answers out of every set and every table. What stays is that this number withdrew, and when: also for
 * somebody who never answered, so that an old file can't bring answers in afterwards. Call it inside a transaction.
 */
export function withdrawPerson(db: WriteDb, communityId: CommunityId, ordinal: number, at: Instant): void {
  removeEverythingOf(db, [ordinal]);
  forgetWhoIn(db, ordinal);
  statement(
    db,
    `INSERT INTO people (ordinal, community, consent_at, consent_text_version, withdrawn_at) VALUES (?, ?, ?, '', ?)
     ON CONFLICT (ordinal) DO UPDATE SET consent_text_version = '', consent_at = excluded.consent_at,
       withdrawn_at = excluded.withdrawn_at`,
  ).run(ordinal, communityId, at, at);
}

/** Removes people whole, as if they had never been there. Call it inside a transaction. */
export function removePeople(db: WriteDb, ordinals: readonly number[]): void {
  removeEverythingOf(db, ordinals);
  for (const ordinal of ordinals) statement(db, 'DELETE FROM people WHERE ordinal = ?').run(ordinal);
}

function removeEverythingOf(db: WriteDb, ordinals: readonly number[]): void {
  const sets = new AnswerSets(db);
  for (const ordinal of ordinals) {
    for (const { question_id: questionId, answer, term } of answersOf(db, ordinal)) {
      sets.remove({ questionId, answer, term }, ordinal);
    }
    statement(db, 'DELETE FROM answers WHERE ordinal = ?').run(ordinal);
    statement(db, 'DELETE FROM asks WHERE ordinal = ?').run(ordinal);
  }
  sets.write();
}
