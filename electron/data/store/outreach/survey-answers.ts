import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { patternOf, type RecordRow, type RecordStore, toRecord } from './record-row.ts';
import { answersPart } from './record-tables.ts';

const answered = `FROM surveys t WHERE t.community_id = @communityId AND t.items <> '[]'
  AND (@pattern IS NULL OR t.name LIKE @pattern ESCAPE '\\')`;

/** The answers of a wave are one record: they come from files and go together. None of them is ever listed. */
export const surveyAnswerRecords: RecordStore = {
  page: (db, communityId, { query, offset, limit }) =>
    statement<RecordRow>(db, `SELECT t.id, t.name AS survey ${answered} ORDER BY t.id DESC LIMIT @limit OFFSET @offset`)
      .all({ communityId, pattern: patternOf(query), offset, limit })
      .map(toRecord),
  total: (db, communityId, query) =>
    statement<{ total: number }>(db, `SELECT count(*) AS total ${answered}`).get({
      communityId,
      pattern: patternOf(query),
    })?.total ?? 0,
  find: () => undefined,
  findSame: () => undefined,
  hasParts: () => false,
  insert: () => {
    throw new HearthError('not-permitted');
  },
  update: () => {
    throw new HearthError('not-permitted');
  },
  remove: (db, communityId, id) => {
    const wave = findWave(db, communityId, id);
    if (!wave || wave.items.length === 0) throw new HearthError('not-found');
    const answers = statement<RecordRow>(db, answersPart.rows).all({ id });
    statement(db, 'DELETE FROM survey_answers WHERE survey_id = ?').run(id);
    statement(db, `UPDATE surveys SET items = '[]' WHERE id = ?`).run(id);
    return (writable) => {
      takeWave(writable, wave, []);
      for (const answer of answers) statement(writable, answersPart.putBack).run(answer);
    };
  },
};

/** A wave as its answers have to know it. */
export interface WaveFacts {
  readonly communityId: CommunityId;
  readonly id: number;
  readonly name: string;
  readonly scaleLow: number;
  readonly scaleHigh: number;
  readonly items: readonly string[];
}

/** The wave with this row number, or undefined. */
export function findWave(db: ReadDb, communityId: CommunityId, id: number): WaveFacts | undefined {
  const row = statement<Omit<WaveFacts, 'communityId' | 'items'> & { readonly items: string }>(
    db,
    `SELECT id, name, scale_low AS scaleLow, scale_high AS scaleHigh, items FROM surveys
     WHERE community_id = ? AND id = ?`,
  ).get(communityId, id);
  return row && { ...row, communityId, items: JSON.parse(row.items) as string[] };
}

/**
 * Makes a wave ready for answers to its questions. It has to be as it was when those answers were read: a row number may be
 * another wave's by now, a scale another one, and answers to two lists of questions must never lie in one wave. Throws
 * HearthError `wave-changed`, and `not-found` where it is gone. `held` is what it may hold already, beside nothing.
 */
function takeWave(db: WriteDb, wave: WaveFacts, held: readonly string[]): void {
  const { communityId, id } = wave;
  const taken = statement(
    db,
    `UPDATE surveys SET items = @items WHERE community_id = @communityId AND id = @id AND name = @name
       AND scale_low = @scaleLow AND scale_high = @scaleHigh AND items IN ('[]', @held)`,
  ).run({ ...wave, items: JSON.stringify(wave.items), held: JSON.stringify(held) });
  if (taken.changes === 0) throw new HearthError(findWave(db, communityId, id) ? 'wave-changed' : 'not-found');
}

/**
 * Sees to it that a wave holds each row of answers at least as often as a file does: reading a file again adds nothing, and
 * two people who answered alike are still two. `counts` goes by the JSON text of a row. Answers how many were added. Throws
 * HearthError `wave-changed` or `not-found` where the wave is no longer the one that the file was read for.
 */
export function addAnswers(db: WriteDb, wave: WaveFacts, counts: ReadonlyMap<string, number>): number {
  takeWave(db, wave, wave.items);
  const known = statement<{ people: number }>(
    db,
    'SELECT people FROM survey_answers WHERE survey_id = ? AND answers = ?',
  );
  const write = statement(
    db,
    `INSERT INTO survey_answers (survey_id, answers, people) VALUES (?, ?, ?)
     ON CONFLICT (survey_id, answers) DO UPDATE SET people = excluded.people`,
  );
  let added = 0;
  for (const [answers, people] of counts) {
    const before = known.get(wave.id, answers)?.people ?? 0;
    if (people <= before) continue;
    write.run(wave.id, answers, people);
    added += people - before;
  }
  return added;
}
