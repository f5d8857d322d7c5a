import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Community } from '../../../../../shared/domain/community.ts';
import type { ImportId } from '../../../../../shared/domain/ids.ts';
import type { ImportReject } from '../../../../../shared/ipc/topics/imports.ts';
import type { DataContext } from '../../../service/context.ts';
import type { JobHandle, JobResult } from '../../../service/jobs.ts';
import { recordImportStep } from '../../../store/imports/commands.ts';
import { absorbReport } from '../../../sync/absorb-report.ts';
import { isSoundReport } from '../../../sync/sound-report.ts';
import type { FileLayout } from '../file-layout.ts';
import { type FileRecord, readRecords } from '../read-records.ts';
import { type ImportEnd, runImport } from '../run-import.ts';
import type { ReportMapper } from './map-report.ts';

/** A report with its members, evidence and case is some twenty rows. */
const REPORTS_PER_BATCH = 100;

export interface ReportImport {
  readonly file: string;
  readonly bytes: number;
  readonly layout: FileLayout;
  readonly map: ReportMapper;
  readonly community: Community;
  readonly importId: ImportId;
  readonly onEnded: (state: ImportEnd) => void;
}

/**
 * Takes the reports of a file into cases, a batch a transaction. The same report read again changes nothing, also when its
 * case was decided meanwhile; one whose line changed keeps a new copy of the evidence. Cancelling keeps what was read.
 */
export async function importReports(context: DataContext, task: ReportImport, job: JobHandle): Promise<JobResult> {
  const totals = { linesRead: 0, added: 0, alreadyKnown: 0, rejected: 0 };
  return await runImport(context.write, { ...task, clock: context.clock }, job, totals, async () => {
    job.progress('importing', 0, task.bytes);
    for await (const { records, bytes } of readRecords(task.file, task.layout, { signal: job.signal })) {
      for (let at = 0; at < records.length; at += REPORTS_PER_BATCH) {
        job.signal.throwIfAborted();
        const batch = records.slice(at, at + REPORTS_PER_BATCH);
        const step = context.write.transaction(() => absorbBatch(context, task, batch)).immediate();
        totals.linesRead += step.linesRead;
        totals.added += step.added;
        totals.alreadyKnown += step.alreadyKnown;
        totals.rejected += step.rejects.length;
        await nextTurn();
      }
      job.progress('importing', bytes, task.bytes);
    }
    return null;
  });
}

function absorbBatch(context: DataContext, { map, community, importId }: ReportImport, batch: readonly FileRecord[]) {
  const rejects: ImportReject[] = [];
  let added = 0;
  for (const record of batch) {
    const mapped = 'cells' in record ? map(record.cells) : record.reason;
    if (typeof mapped === 'string') rejects.push({ line: record.line, reason: mapped });
    else if (!isSoundReport(mapped)) rejects.push({ line: record.line, reason: 'value-too-long' });
    else if (absorbReport(context, community, mapped, 0).outcome === 'new') added += 1;
  }
  const step = { linesRead: batch.length, added, alreadyKnown: batch.length - rejects.length - added, rejects };
  recordImportStep(context.write, importId, step);
  return step;
}
