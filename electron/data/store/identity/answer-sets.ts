import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { packOrdinals, unpackOrdinals } from './ordinal-set.ts';

/** One answer of one version of a question. `term` is empty but for answers in a person's own words. */
export interface AnswerKey {
  readonly questionId: number;
  readonly answer: string;
  readonly term: string;
}

/**
 * The sets of people by answer, as one transaction changes them. Make one per transaction and call `write` at its end: what
 * it has read must not outlive a rollback.
 */
export class AnswerSets {
  readonly #db: WriteDb;
  readonly #sets = new Map<string, { readonly key: AnswerKey; readonly ordinals: Set<number> }>();

  constructor(db: WriteDb) {
    this.#db = db;
  }

  add(key: AnswerKey, ordinal: number): void {
    this.#setOf(key).add(ordinal);
  }

  remove(key: AnswerKey, ordinal: number): void {
    this.#setOf(key).delete(ordinal);
  }

  write(): void {
    const put = statement(
      this.#db,
      `INSERT INTO answer_sets (question_id, answer, term, bits) VALUES (@questionId, @answer, @term, @bits)
       ON CONFLICT (question_id, answer, term) DO UPDATE SET bits = @bits`,
    );
    const drop = statement(
      this.#db,
      'DELETE FROM answer_sets WHERE question_id = @questionId AND answer = @answer AND term = @term',
    );
    for (const { key, ordinals } of this.#sets.values()) {
      // A set without people would keep a term that nobody wrote any more.
      if (ordinals.size === 0) drop.run(key);
      else put.run({ ...key, bits: packOrdinals(ordinals) });
    }
  }

  #setOf(key: AnswerKey): Set<number> {
    const name = JSON.stringify([key.questionId, key.answer, key.term]);
    const known = this.#sets.get(name);
    if (known) return known.ordinals;
    const row = statement<{ bits: Buffer }>(
      this.#db,
      'SELECT bits FROM answer_sets WHERE question_id = @questionId AND answer = @answer AND term = @term',
    ).get(key);
    const ordinals = new Set(row ? unpackOrdinals(row.bits) : []);
    this.#sets.set(name, { key, ordinals });
    return ordinals;
  }
}
