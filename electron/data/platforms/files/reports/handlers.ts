import type { CommunityId } from '../../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../../shared/ipc/errors.ts';
import type { ReportMapping, ReportPreview } from '../../../../../shared/ipc/topics/report-imports.ts';
import type { Handlers } from '../../../service/handlers.ts';
import { recordEvent } from '../../../service/record-event.ts';
import { findCommunity } from '../../../store/communities/queries.ts';
import { inTransaction } from '../../../store/transaction.ts';
import { beginImport } from '../begin-import.ts';
import { inspectFile, withMappedColumns } from '../inspect-file.ts';
import { readRecords } from '../read-records.ts';
import type { ImportEnd } from '../run-import.ts';
import { guessReportMapping } from './guess-report-mapping.ts';
import { importReports } from './import-reports.ts';
import { reportMapper } from './map-report.ts';

const ROWS_SHOWN = 50;
const RECORDS_TRIED = 1_000;

type ReportImportChannel = 'reportImports.suggest' | 'reportImports.preview' | 'reportImports.start';

/** The calls of the topic "report-imports". */
export const reportImportHandlers: Handlers<ReportImportChannel> = {
  'reportImports.suggest': async (_context, { file }) => {
    const { inspection } = await inspectFile(file);
    return guessReportMapping(inspection.columns, inspection.sample);
  },

  'reportImports.preview': async (context, { file, mapping, timeZone }) => {
    const prepared = await prepare(file, mapping, timeZone, context.clock.now());
    return preview(file, prepared);
  },

  'reportImports.start': (context, { file, mapping, timeZone, communityId: id }) =>
    context.jobs.alone('import', async (start) => {
      const communityId = id as CommunityId;
      const community = findCommunity(context.read, communityId);
      if (!community) throw new HearthError('not-found');
      // Reports of a connected community come from its platform; a file beside it would open cases nobody can close there.
      if (community.platform !== 'import') throw new HearthError('not-supported');
      const prepared = await prepare(file, mapping, timeZone, context.clock.now());
      const importId = inTransaction(context.write, () =>
        beginImport(context, { communityId, mapping: { reports: mapping }, timeZone }, { holds: 'reports' }),
      );
      const jobId = start(async (job) => {
        try {
          const onEnded = (state: ImportEnd) => recordEvent(context, `import.${state}`, communityId, { importId });
          return await importReports(context, { file, ...prepared, community, importId, onEnded }, job);
        } finally {
          context.changed(['queue', 'case', 'imports']);
        }
      });
      return { jobId, importId };
    }),
};

async function prepare(file: string, mapping: ReportMapping, fileZone: string, now: number) {
  const { layout: found, inspection } = await inspectFile(file);
  const layout = withMappedColumns(found, Object.values(mapping.columns));
  return { layout, bytes: inspection.bytes, map: reportMapper({ mapping, columns: layout.columns, fileZone, now }) };
}

async function preview(file: string, { layout, map }: Awaited<ReturnType<typeof prepare>>): Promise<ReportPreview> {
  const rows: ReportPreview['rows'][number][] = [];
  const rejected: ReportPreview['rejected'][number][] = [];
  for await (const { records } of readRecords(file, layout)) {
    for (const record of records) {
      const mapped = 'cells' in record ? map(record.cells) : record.reason;
      if (typeof mapped === 'string') rejected.push({ line: record.line, reason: mapped });
      else {
        const { target, createdAt: at, category, posts } = mapped;
        rows.push({ line: record.line, target: target.handle, at, category, hasText: posts.length > 0 });
      }
      if (rows.length >= ROWS_SHOWN || rows.length + rejected.length >= RECORDS_TRIED) return { rows, rejected };
    }
  }
  return { rows, rejected };
}
