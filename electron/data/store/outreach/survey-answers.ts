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
  insert: () => {
    throw new HearthError('not-permitted');
  },
  update: () => {
    throw new HearthError('not-permitted');
  },
  remove: (db, communityId, id) => {
    const row = statement<RecordRow>(
      db,
      `SELECT id, items FROM surveys WHERE community_id = ? AND id = ? AND items <> '[]'`,
    ).get(communityId, id);
    if (!row) throw new HearthError('not-found');
    const answers = statement<RecordRow>(db, answersPart.rows).all({ id });
    statement(db, 'DELETE FROM survey_answers WHERE survey_id = ?').run(id);
    statement(db, `UPDATE surveys SET items = '[]' WHERE id = ?`).run(id);
    return [
      { sql: 'UPDATE surveys SET items = @items WHERE id = @id', row },
      ...answers.map((answer) => ({ sql: answersPart.putBack, row: answer })),
    ];
  },
};

/** A wave as an import of its answers has to know it. */
export interface WaveFacts {
  readonly id: number;
  readonly scaleLow: number;
  readonly scaleHigh: number;
  readonly items: readonly string[];
}

/** The wave with this row number, or undefined. */
export function findWave(db: ReadDb, communityId: CommunityId, id: number): WaveFacts | undefined {
  const row = statement<{ id: number; scaleLow: number; scaleHigh: number; items: string }>(
    db,
    'SELECT id, scale_low AS scaleLow, scale_high AS scaleHigh, items FROM surveys WHERE community_id = ? AND id = ?',
  ).get(communityId, id);
  return row && { ...row, items: JSON.parse(row.items) as string[] };
}

/**
 * Sees to it that a wave holds each row of answers at least as often as a file does: reading a file again adds nothing, and
 * two people who answered alike are still two. `counts` goes by the JSON text of a row. Answers how many were added.
 */
export function addAnswers(
  db: WriteDb,
  survey: { readonly id: number; readonly items: readonly string[] },
  counts: ReadonlyMap<string, number>,
): number {
  statement(db, 'UPDATE surveys SET items = ? WHERE id = ?').run(JSON.stringify(survey.items), survey.id);
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
    const before = known.get(survey.id, answers)?.people ?? 0;
    if (people <= before) continue;
    write.run(survey.id, answers, people);
    added += people - before;
  }
  return added;
}
