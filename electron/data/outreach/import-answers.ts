import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { RecordMapping, RecordReject } from '../../../shared/ipc/topics/records.ts';
import type { FileLayout } from '../platforms/files/file-layout.ts';
import { readRecords } from '../platforms/files/read-records.ts';
import type { ReadDb } from '../store/db.ts';
import { findRecordByName } from '../store/outreach/names.ts';
import { findWave, type WaveFacts } from '../store/outreach/survey-answers.ts';
import { nameWatch, refuseNamingColumns } from './anonymous-survey.ts';
import { parseAnswer } from './parse-field.ts';

/** More different rows than this are no survey of a community. */
const MOST_ROWS = 200_000;

/** The answers of a whole file, as how often each row of answers is in it. */
export interface CountedAnswers {
  readonly counts: ReadonlyMap<string, number>;
  readonly linesRead: number;
  readonly rejects: readonly RecordReject[];
}

/**
 * The wave and the columns that a mapping speaks of. Throws HearthError `survey-not-anonymous`, `columns-incomplete` without
 * wave or questions, `not-found`, and `survey-items-differ` where the wave holds answers to other questions.
 */
export function answersTarget(
  db: ReadDb,
  communityId: CommunityId,
  mapping: RecordMapping,
  columns: readonly string[],
): WaveFacts {
  refuseNamingColumns(columns);
  const items = mapping.items;
  if (items.length === 0 || items.some((item) => !columns.includes(item))) throw new HearthError('columns-incomplete');
  if (new Set(items).size !== items.length) throw new HearthError('columns-incomplete');
  const id = findRecordByName(db, communityId, 'survey', mapping.fixed.survey ?? '');
  const wave = typeof id === 'number' ? findWave(db, communityId, id) : undefined;
  if (!wave) throw new HearthError('columns-incomplete', { field: 'survey' });
  if (wave.items.length === 0) return { ...wave, items };
  const same = wave.items.length === items.length && items.every((item) => wave.items.includes(item));
  if (!same) throw new HearthError('survey-items-differ');
  // The order of the first file stays, or equal answers would look different.
  return wave;
}

/**
 * Reads the answers of a file to its end before anything is written: one line with somebody's address refuses the whole
 * file. `onRead` is told the bytes so far.
 */
export async function countAnswers(
  db: ReadDb,
  file: string,
  layout: FileLayout,
  options: {
    readonly wave: WaveFacts;
    readonly signal?: AbortSignal;
    readonly onRead?: (bytes: number) => void;
    readonly mostLines?: number;
  },
): Promise<CountedAnswers> {
  const { wave, signal } = options;
  const columns = wave.items.map((item) => layout.columns.indexOf(item));
  const watch = nameWatch(db, wave.communityId);
  const counts = new Map<string, number>();
  const rejects: RecordReject[] = [];
  let linesRead = 0;
  for await (const { records, bytes } of readRecords(file, layout, { signal })) {
    for (const record of records) {
      if (linesRead >= (options.mostLines ?? Number.POSITIVE_INFINITY)) return { counts, linesRead, rejects };
      linesRead += 1;
      const read = 'cells' in record ? readAnswers(record.cells, columns, wave, watch) : toProblem(record.reason);
      if (typeof read === 'object') rejects.push({ line: record.line, ...read });
      else if (counts.size >= MOST_ROWS && !counts.has(read)) {
        rejects.push({ line: record.line, field: null, problem: 'out-of-range' });
      } else counts.set(read, (counts.get(read) ?? 0) + 1);
    }
    options.onRead?.(bytes);
    await nextTurn();
  }
  return { counts, linesRead, rejects };
}

type Problem = Pick<RecordReject, 'field' | 'problem'>;

function readAnswers(
  cells: readonly string[],
  columns: readonly number[],
  wave: WaveFacts,
  watch: (cells: readonly string[]) => void,
): string | Problem {
  watch(cells);
  if (cells.length <= Math.max(...columns)) return { field: null, problem: 'columns-missing' };
  const answers: (number | null)[] = [];
  for (const column of columns) {
    const text = (cells[column] ?? '').trim();
    const answer = text === '' ? null : parseAnswer(text);
    if (answer === undefined) return { field: null, problem: 'answer-not-a-number' };
    if (answer !== null && (answer < wave.scaleLow || answer > wave.scaleHigh)) {
      return { field: null, problem: 'answer-off-scale' };
    }
    answers.push(answer);
  }
  if (answers.every((answer) => answer === null)) return { field: null, problem: 'no-answers' };
  return JSON.stringify(answers);
}

/** What reading a line can come upon, in the words of records. */
export function toProblem(reason: string): Problem {
  switch (reason) {
    case 'line-too-long':
    case 'quote-unclosed':
    case 'not-json':
    case 'number-too-large':
      return { field: null, problem: reason };
    default:
      return { field: null, problem: 'encoding' };
  }
}
