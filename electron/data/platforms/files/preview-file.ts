import { activityFlags } from '../../../../shared/domain/activity.ts';
import type { ImportPreview, ImportReject } from '../../../../shared/ipc/topics/imports.ts';
import { inspectFile, withMappedColumns } from './inspect-file.ts';
import { type MappingContext, recordMapper } from './map-record.ts';
import { readRecords } from './read-records.ts';

const ROWS_SHOWN = 50;
const RECORDS_TRIED = 1_000;

/** What the first records of a file would become. Nothing is stored. */
export async function previewFile(file: string, context: Omit<MappingContext, 'columns'>): Promise<ImportPreview> {
  const { layout: found } = await inspectFile(file);
  const layout = withMappedColumns(found, Object.values(context.mapping.columns));
  const map = recordMapper({ ...context, columns: layout.columns });
  const rows: ImportPreview['rows'][number][] = [];
  const rejected: ImportReject[] = [];
  let tried = 0;
  for await (const { records } of readRecords(file, layout)) {
    for (const record of records) {
      tried += 1;
      const mapped = 'cells' in record ? map(record.cells) : record.reason;
      if (typeof mapped === 'string') rejected.push({ line: record.line, reason: mapped });
      else {
        const { member, target, at, kind, level, parentKey = null, flags = 0, isBot = false } = mapped;
        const marks = {
          answers: parentKey !== null,
          request: (flags & activityFlags.request) !== 0,
          noAnswer: (flags & activityFlags.noAnswerWanted) !== 0,
          spam: (flags & activityFlags.spam) !== 0,
          closed: (flags & activityFlags.closed) !== 0,
          bot: isBot,
        };
        rows.push({ line: record.line, member, target, at, kind, level, ...marks });
      }
      if (rows.length >= ROWS_SHOWN || tried >= RECORDS_TRIED) return { rows, rejected };
    }
  }
  return { rows, rejected };
}
