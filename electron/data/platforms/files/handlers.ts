import type { CommunityId, ImportId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import { isKnownZone } from '../../health/calendar/local-days.ts';
import type { Handlers } from '../../service/handlers.ts';
import { recordEvent } from '../../service/record-event.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { findImport, listImports, listRejects } from '../../store/imports/queries.ts';
import { inTransaction } from '../../store/transaction.ts';
import { beginImport } from './begin-import.ts';
import { importFile } from './import-file.ts';
import { inspectFile, withMappedColumns } from './inspect-file.ts';
import { recordMapper } from './map-record.ts';
import { previewFile } from './preview-file.ts';
import type { ImportEnd, ImportTotals } from './run-import.ts';

type ImportChannel = 'imports.inspect' | 'imports.preview' | 'imports.start' | 'imports.list' | 'imports.rejects';

/** The calls of the topic "imports". */
export const importHandlers: Handlers<ImportChannel> = {
  'imports.inspect': async (_context, { file }) => (await inspectFile(file)).inspection,

  'imports.preview': (context, { file, mapping, timeZone }) => {
    checkZone(timeZone);
    return previewFile(file, { mapping, fileZone: timeZone, communityZone: timeZone, now: context.clock.now() });
  },

  'imports.start': (context, { file, mapping, timeZone, communityId: id }) =>
    context.jobs.alone('import', async (start) => {
      const communityId = id as CommunityId;
      const community = readCommunityFacts(context.read, communityId);
      if (!community) throw new HearthError('not-found');
      checkZone(timeZone);
      const now = context.clock.now();
      const zones = { fileZone: timeZone, communityZone: community.timeZone };
      // Whatever can be said against the file or the mapping is said now, before there is an import.
      const { layout } = await inspectFile(file);
      const columns = withMappedColumns(layout, Object.values(mapping.columns)).columns;
      recordMapper({ mapping, columns, ...zones, now });
      const importId = inTransaction(context.write, () => beginImport(context, { communityId, mapping, timeZone }));
      const task = { file, communityId, importId, mapping, ...zones, now, clock: context.clock };
      const onAdded = () => context.changed(['activities', 'imports']);
      const onEnded = (state: ImportEnd, totals: ImportTotals) =>
        recordEvent(context, `import.${state}`, communityId, { importId, ...totals });
      const jobId = start(async (job) => {
        try {
          return await importFile(context.write, { ...task, onAdded, onEnded }, job);
        } finally {
          context.changed(['activities', 'imports']);
        }
      });
      return { jobId, importId };
    }),

  'imports.list': (context, { communityId }) => listImports(context.read, communityId as CommunityId | undefined),

  'imports.rejects': (context, { importId: id, offset, limit }) => {
    const importId = id as ImportId;
    const found = findImport(context.read, importId);
    if (!found) throw new HearthError('not-found');
    return { rejects: listRejects(context.read, importId, offset, limit), total: found.rejected };
  },
};

function checkZone(timeZone: string): void {
  if (!isKnownZone(timeZone)) throw new HearthError('time-zone-unknown');
}
