import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspectFile, withMappedColumns } from '../platforms/files/inspect-file.ts';
import { readRecords } from '../platforms/files/read-records.ts';
import type { RefusedLine, SurveyContext, SurveyLine } from './survey-lines.ts';
import { surveyReader } from './survey-lines.ts';

/** Lines per step: less than a frame of work, so that the queue stays answerable while a file is read. */
const linesPerStep = 500;

export type SurveyTask = Omit<SurveyContext, 'columns'> & { readonly file: string };

/** Some lines of a survey: what they say, and why others are not taken. */
export interface SurveyStep {
  readonly taken: readonly SurveyLine[];
  readonly refused: readonly RefusedLine[];
  /** Bytes of the file read so far, and all of them. */
  readonly done: number;
  readonly total: number;
}

/** Reads a survey step by step. Throws HearthError for a file that can't be read and a mapping that lacks a column. */
export async function* readSurvey(task: SurveyTask, signal?: AbortSignal): AsyncGenerator<SurveyStep> {
  const { layout: found, inspection } = await inspectFile(task.file);
  const layout = withMappedColumns(found, mappedColumns(task));
  const read = surveyReader({ ...task, columns: layout.columns });
  for await (const { records, bytes } of readRecords(task.file, layout, { signal })) {
    for (let at = 0; at < records.length; at += linesPerStep) {
      const taken: SurveyLine[] = [];
      const refused: RefusedLine[] = [];
      for (const record of records.slice(at, at + linesPerStep)) {
        const line = 'cells' in record ? read(record.cells) : { reason: record.reason };
        if ('reason' in line) refused.push(line);
        else taken.push(line);
      }
      signal?.throwIfAborted();
      yield { taken, refused, done: bytes, total: inspection.bytes };
      await nextTurn();
    }
  }
}

function mappedColumns({ mapping }: SurveyTask): string[] {
  const { member, consent, consentDate, age, questions } = mapping;
  return [member, consent, consentDate ?? '', age ?? '', ...questions.map(({ column }) => column)];
}
