import type { Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { answersOf } from './people.ts';

/** Everything the identity file holds of one person, for the person themselves. */
export interface PersonRecord {
  readonly consentAt: Instant;
  readonly consentTextVersion: string;
  readonly withdrawnAt: Instant | null;
  readonly questions: readonly {
    readonly key: string;
    readonly version: number;
    readonly purpose: string;
    readonly wording: Readonly<Record<string, string>>;
    /** Codes, or the person's own words. Empty where the question was left open. */
    readonly answers: readonly string[];
  }[];
}

/** What is kept of a person, or null. For a subject-access export and nothing else. */
export function readPerson(db: ReadDb, ordinal: number): PersonRecord | null {
  const person = statement<{ consent_at: Instant; consent_text_version: string; withdrawn_at: Instant | null }>(
    db,
    'SELECT consent_at, consent_text_version, withdrawn_at FROM people WHERE ordinal = ?',
  ).get(ordinal);
  if (!person) return null;
  const given = answersOf(db, ordinal);
  const asked = statement<{ id: number; key: string; version: number; purpose: string; wording: string }>(
    db,
    `SELECT id, key, version, purpose, wording FROM questions JOIN asks ON question_id = id
     WHERE ordinal = ? ORDER BY key, version`,
  ).all(ordinal);
  return {
    consentAt: person.consent_at,
    consentTextVersion: person.consent_text_version,
    withdrawnAt: person.withdrawn_at,
    questions: asked.map(({ id, key, version, purpose, wording }) => ({
      key,
      version,
      purpose,
      wording: JSON.parse(wording) as Record<string, string>,
      answers: given.filter((row) => row.question_id === id).map(({ answer, term }) => term || answer),
    })),
  };
}
