import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { packOrdinals, unpackOrdinals } from './ordinal-set.ts';

/** A term that people wrote, in the spelling it is counted under. */
export interface HeldTerm {
  readonly term: string;
  /** It has a row of its own; else it counts in "another term". */
  readonly told: boolean;
  /** How many had written it when that was decided. */
  readonly count: number;
  /** Ordinals of who had written it when terms were last decided about. */
  readonly ordinals: readonly number[];
}

/** What was decided about the terms of a question; none where nothing was. */
export function readHeldTerms(db: ReadDb, communityId: number, question: string): readonly HeldTerm[] {
  return statement<{ term: string; told: number; count: number; bits: Buffer }>(
    db,
    'SELECT term, told, count, bits FROM held_terms WHERE community = ? AND question = ? ORDER BY term',
  )
    .all(communityId, question)
    .map(({ term, told, count, bits }) => ({ term, told: told === 1, count, ordinals: unpackOrdinals(bits) }));
}

/** Keeps what was decided about the terms of a question, in place of what was before. */
export function keepHeldTerms(db: WriteDb, communityId: number, question: string, terms: readonly HeldTerm[]): void {
  statement(db, 'DELETE FROM held_terms WHERE community = ? AND question = ?').run(communityId, question);
  const insert = statement(
    db,
    'INSERT INTO held_terms (community, question, term, told, count, bits) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { term, told, count, ordinals } of terms)
    insert.run(communityId, question, term, Number(told), count, packOrdinals(ordinals));
}
