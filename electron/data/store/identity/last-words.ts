import type { Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** Which of several accounts of one person speaks for them in one question. */
export interface LastWords {
  /** The answers of this number count: nobody's of the same person are newer, and they did not withdraw since. */
  readonly isAnswer: (ordinal: number) => boolean;
  /** The person may be counted as asked: they did not withdraw since. */
  readonly isAsked: (ordinal: number) => boolean;
}

interface Spoken {
  readonly ordinal: number;
  readonly consent_at: Instant;
  readonly withdrawn_at: Instant | null;
}

/**
 * Of a person's answers to a question the newest counts, by the day of consent, and of two of one day that of the account met
 * later. Taking consent back with one account is a word of the person: older answers of their other accounts are silent.
 * `memberOf`: as in `NumberedPeople`. `answering`: numbers with an answer to the question.
 */
export function lastWords(
  db: ReadDb,
  memberOf: ReadonlyMap<number, number>,
  answering: ReadonlySet<number>,
): LastWords {
  const own = new Map<number, number[]>();
  for (const [ordinal, member] of memberOf) own.set(member, [...(own.get(member) ?? []), ordinal]);
  const spoken = statement<Spoken>(db, 'SELECT ordinal, consent_at, withdrawn_at FROM people WHERE ordinal = ?');
  const unheard = new Set<number>();
  const silenced = new Set<number>();
  for (const ordinals of own.values()) {
    if (ordinals.length === 1) continue;
    const said = ordinals.flatMap((ordinal) => spoken.get(ordinal) ?? []);
    const takenBack = Math.max(...said.map(({ withdrawn_at }) => withdrawn_at ?? Number.NEGATIVE_INFINITY));
    for (const { ordinal, consent_at } of said) if (consent_at <= takenBack) silenced.add(ordinal);
    const answers = said.filter(({ ordinal }) => answering.has(ordinal) && !silenced.has(ordinal));
    const newest = answers.reduce<Spoken | null>(
      (last, one) => (last === null || one.consent_at >= last.consent_at ? one : last),
      null,
    );
    for (const { ordinal } of answers) if (ordinal !== newest?.ordinal) unheard.add(ordinal);
  }
  return {
    isAnswer: (ordinal) => !unheard.has(ordinal) && !silenced.has(ordinal),
    isAsked: (ordinal) => !silenced.has(ordinal),
  };
}
