import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ImportReject } from '../../../../shared/ipc/topics/imports.ts';
import type { JobHandle, JobResult } from '../../service/jobs.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import { hasActivity } from '../../store/activities/message-queries.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { WriteDb } from '../../store/db.ts';
import { recordImportStep } from '../../store/imports/commands.ts';
import { inspectFile, withMappedColumns } from './inspect-file.ts';
import { type MappingContext, recordMapper } from './map-record.ts';
import { type FileRecord, readRecords } from './read-records.ts';
import { type BegunImport, type ImportTotals, runImport } from './run-import.ts';

/** Records per transaction: two frames of work, so that the queue stays answerable while a file is read. */
const RECORDS_PER_BATCH = 4_000;

/** Everything an import needs. */
export interface FileImport extends Omit<MappingContext, 'columns'>, BegunImport<ImportTotals> {
  readonly file: string;
  readonly communityId: CommunityId;
  /** Called after each batch that added something. */
  readonly onAdded?: () => void;
}

/**
 * Imports a file, one transaction per batch. Cancelling keeps what was added; importing again goes on where it stopped,
 * because activities already known are only counted.
 */
export async function importFile(db: WriteDb, task: FileImport, job: JobHandle): Promise<JobResult> {
  const hash = createHash('sha256');
  const totals = { linesRead: 0, added: 0, alreadyKnown: 0, rejected: 0 };
  return await runImport(db, task, job, totals, async () => {
    const { layout: found, inspection } = await inspectFile(task.file);
    const layout = withMappedColumns(found, Object.values(task.mapping.columns));
    const isStored = (key: Uint8Array) => hasActivity(db, task.communityId, key);
    const map = recordMapper({ ...task, columns: layout.columns, isStored });
    const writer = createActivityWriter(db, { ...task, importId: task.importId });
    const options = { signal: job.signal, onBytes: (bytes: Uint8Array) => void hash.update(bytes) };
    job.progress('importing', 0, inspection.bytes);
    for await (const { records, bytes } of readRecords(task.file, layout, options)) {
      for (let at = 0; at < records.length; at += RECORDS_PER_BATCH) {
        job.signal.throwIfAborted();
        const { activities, rejects } = mapBatch(records.slice(at, at + RECORDS_PER_BATCH), map);
        const linesRead = activities.length + rejects.length;
        const outcome = db
          .transaction(() => {
            const added = writer.add(activities);
            recordImportStep(db, task.importId, { ...added, linesRead, rejects });
            return added;
          })
          .immediate();
        totals.linesRead += linesRead;
        totals.added += outcome.added;
        totals.alreadyKnown += outcome.alreadyKnown;
        totals.rejected += rejects.length;
        if (outcome.added > 0) task.onAdded?.();
        await nextTurn();
      }
      job.progress('importing', bytes, inspection.bytes);
    }
    return hash.digest('hex');
  });
}

function mapBatch(records: readonly FileRecord[], map: ReturnType<typeof recordMapper>) {
  const activities: NewActivity[] = [];
  const rejects: ImportReject[] = [];
  for (const record of records) {
    const mapped = 'cells' in record ? map(record.cells) : record.reason;
    if (typeof mapped === 'string') rejects.push({ line: record.line, reason: mapped });
    else activities.push(mapped);
  }
  return { activities, rejects };
}
