import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordMapping, RecordReject } from '../../../shared/ipc/topics/records.ts';
import type { FileLayout } from '../platforms/files/file-layout.ts';
import { type FileRecord, readRecords } from '../platforms/files/read-records.ts';
import type { JobHandle, JobResult } from '../service/jobs.ts';
import type { WriteDb } from '../store/db.ts';
import { finishRecordImport, type RecordImportStep, recordImportBatch } from '../store/outreach/record-imports.ts';
import { addAnswers, type WaveFacts } from '../store/outreach/survey-answers.ts';
import { storeErrorFrom } from '../store/store-error.ts';
import { inTransaction } from '../store/transaction.ts';
import { countAnswers, toProblem } from './import-answers.ts';
import { type LineReader, lineReader } from './record-columns.ts';
import type { RecordDesk } from './record-desk.ts';
import { validateRecord } from './validate-record.ts';
import { writeRecord } from './write-record.ts';

/** Lines per transaction: the queue stays answerable while a file is read. */
const LINES_PER_BATCH = 1_000;

export interface RecordImport {
  readonly file: string;
  readonly bytes: number;
  readonly layout: FileLayout;
  readonly mapping: RecordMapping;
  readonly desk: RecordDesk;
  /** The wave that answers belong to; null for every other kind. */
  readonly wave: WaveFacts | null;
  readonly importId: number;
  readonly clock: { readonly now: () => number };
  /** Called inside the transaction that writes down how the import ended. */
  readonly onEnded: (state: 'finished' | 'cancelled' | 'failed') => void;
}

/**
 * Imports a file of records, a batch a transaction. Stopping keeps what was added, and importing again goes on from there,
 * because a record that is there already is only counted. Answers of a survey are written all together or not at all.
 */
export async function importRecords(db: WriteDb, task: RecordImport, job: JobHandle): Promise<JobResult> {
  const end = (state: 'finished' | 'cancelled' | 'failed') =>
    inTransaction(db, () => {
      finishRecordImport(db, task.importId, state, task.clock.now());
      task.onEnded(state);
    });
  try {
    job.progress('importing', 0, task.bytes);
    if (task.wave) await importAnswers(db, task, task.wave, job);
    else await importLines(db, task, job);
    job.signal.throwIfAborted();
    end('finished');
    return { importId: task.importId };
  } catch (error) {
    const known = storeErrorFrom(error);
    // A store that can't be written can't note the end either; the next import marks this one as failed.
    if (known?.code !== 'disk-full') end(job.signal.aborted ? 'cancelled' : 'failed');
    throw known ?? error;
  }
}

async function importAnswers(db: WriteDb, task: RecordImport, wave: WaveFacts, job: JobHandle): Promise<void> {
  const { counts, linesRead, rejects } = await countAnswers(db, task.file, task.layout, {
    wave,
    signal: job.signal,
    onRead: (bytes) => job.progress('importing', bytes, task.bytes),
  });
  job.signal.throwIfAborted();
  inTransaction(db, () => {
    const added = counts.size === 0 ? 0 : addAnswers(db, wave, counts);
    const alreadyKnown = linesRead - rejects.length - added;
    recordImportBatch(db, task.importId, { linesRead, added, alreadyKnown, changed: 0, newMembers: 0, rejects });
  });
}

async function importLines(db: WriteDb, task: RecordImport, job: JobHandle): Promise<void> {
  const reader = lineReader(task.desk.kind, task.mapping, task.layout.columns);
  for await (const { records, bytes } of readRecords(task.file, task.layout, { signal: job.signal })) {
    for (let at = 0; at < records.length; at += LINES_PER_BATCH) {
      job.signal.throwIfAborted();
      const batch = records.slice(at, at + LINES_PER_BATCH);
      inTransaction(db, () => recordImportBatch(db, task.importId, writeBatch(db, task, reader, batch)));
      await nextTurn();
    }
    job.progress('importing', bytes, task.bytes);
  }
}

function writeBatch(
  db: WriteDb,
  { desk, mapping }: RecordImport,
  reader: LineReader,
  batch: readonly FileRecord[],
): RecordImportStep {
  const counts = { added: 0, changed: 0, known: 0 };
  const rejects: RecordReject[] = [];
  let newMembers = 0;
  for (const record of batch) {
    const written = writeLine(record);
    if ('problem' in written) rejects.push({ line: record.line, ...written });
    else {
      counts[written.state] += 1;
      newMembers += written.newMembers;
    }
  }
  const { added, changed, known } = counts;
  return { linesRead: batch.length, added, changed, alreadyKnown: known, newMembers, rejects };

  function writeLine(record: FileRecord) {
    if ('reason' in record) return toProblem(record.reason);
    const texts = reader.textsOf(record.cells);
    if (typeof texts === 'string') return { field: null, problem: texts };
    const valid = validateRecord(db, desk, texts, mapping.dayFormat);
    if ('problems' in valid) return valid.problems[0] ?? { field: null, problem: 'missing' as const };
    return writeRecord(db, desk, valid, { existing: mapping.existing, given: reader.given });
  }
}
