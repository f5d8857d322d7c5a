import { recordKindOf } from '../../../shared/domain/health/record-kinds.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { inspectFile, withMappedColumns } from '../platforms/files/inspect-file.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { findRecordImport, listRecordRejects, startRecordImport } from '../store/outreach/record-imports.ts';
import { inTransaction } from '../store/transaction.ts';
import { refuseNamingColumns } from './anonymous-survey.ts';
import { guessRecordMapping } from './guess-record-mapping.ts';
import { answersTarget } from './import-answers.ts';
import { importRecords } from './import-records.ts';
import { previewRecords } from './preview-records.ts';
import { lineReader } from './record-columns.ts';
import { recordDesk } from './record-desk.ts';

type RecordImportChannel = 'records.inspect' | 'records.preview' | 'records.import' | 'records.rejects';

/** The calls that read files of records. */
export const recordImportHandlers: Handlers<RecordImportChannel> = {
  'records.inspect': async (_context, { file, kind: id }) => {
    const kind = recordKindOf(id);
    const { inspection } = await inspectFile(file);
    if (kind.isFileOnly) refuseNamingColumns(inspection.columns);
    const { format, columns, sample, warnings } = inspection;
    return { format, columns, suggested: guessRecordMapping(kind, columns, sample), warnings };
  },

  'records.preview': async (context, { communityId, kind, file, mapping }) => {
    const desk = recordDesk(context, communityId as CommunityId, kind);
    const { layout } = await inspectFile(file);
    return previewRecords(context.read, desk, { file, layout: withMapped(layout, mapping), mapping });
  },

  'records.import': (context, { communityId: id, kind, file, mapping }) =>
    context.jobs.alone('import', async (start) => {
      const communityId = id as CommunityId;
      const desk = recordDesk(context, communityId, kind);
      // Whatever can be said against the file or the mapping is said now, before there is an import.
      const { layout: found, inspection } = await inspectFile(file);
      const layout = withMapped(found, mapping);
      const wave = desk.kind.isFileOnly ? answersTarget(context.read, communityId, mapping, layout.columns) : null;
      if (!wave) lineReader(desk.kind, mapping, layout.columns);
      const importId = inTransaction(context.write, () =>
        startRecordImport(context.write, communityId, kind, desk.now),
      );
      const onEnded = (state: 'finished' | 'cancelled' | 'failed') =>
        recordEvent(context, 'records.imported', communityId, { recordKind: kind, importId, state });
      const { bytes } = inspection;
      const task = { file, bytes, layout, mapping, desk, wave, importId, clock: context.clock, onEnded };
      const jobId = start(async (job) => {
        try {
          return await importRecords(context.write, task, job);
        } finally {
          context.changed(['records', 'activities']);
        }
      });
      return { jobId, importId };
    }),

  'records.rejects': (context, { importId, offset, limit }) => {
    const summary = findRecordImport(context.read, importId);
    if (!summary) throw new HearthError('not-found');
    return { summary, rejects: listRecordRejects(context.read, importId, offset, limit) };
  },
};

type Inspected = Awaited<ReturnType<typeof inspectFile>>['layout'];

function withMapped(
  layout: Inspected,
  mapping: { readonly columns: Readonly<Record<string, string>>; readonly items: readonly string[] },
): Inspected {
  return withMappedColumns(layout, [...Object.values(mapping.columns), ...mapping.items]);
}
