import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { Handlers } from '../../service/handlers.ts';
import { recordEvent } from '../../service/record-event.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { findArchivePeople, keepArchivePeople, listArchivePeople } from '../../store/imports/archive-people.ts';
import { inTransaction } from '../../store/transaction.ts';
import { beginImport } from '../files/begin-import.ts';
import { writeActivities } from './hearth/write-activities.ts';
import { importArchive } from './import-archive.ts';
import { recogniseArchive } from './recognise-archive.ts';

type ArchiveChannel = 'archives.inspect' | 'archives.start' | 'archives.exportActivities';

/** The calls of the topic "archives". */
export const archiveHandlers: Handlers<ArchiveChannel> = {
  'archives.inspect': async (context, { file }) => {
    const archive = await recogniseArchive(file);
    archive?.close();
    return {
      archive: archive && { source: archive.source.id, documents: archive.documents.length, bytes: archive.bytes },
      keptAs: listArchivePeople(context.read),
    };
  },

  'archives.exportActivities': async (context, { file, communityId: id }) => {
    const communityId = id as CommunityId;
    if (!readCommunityFacts(context.read, communityId)) throw new HearthError('not-found');
    const counts = await context.readSnapshot((db) => writeActivities(db, communityId, file));
    inTransaction(context.write, () => recordEvent(context, 'activities.exported', communityId));
    return counts;
  },

  'archives.start': (context, { file, communityId: id, people: wanted }) =>
    context.jobs.alone('import', async (start) => {
      const communityId = id as CommunityId;
      const community = readCommunityFacts(context.read, communityId);
      if (!community) throw new HearthError('not-found');
      // Kept in two ways, everybody would be two people.
      const kept = findArchivePeople(context.read, communityId)?.kept;
      if (kept !== undefined && kept !== wanted) throw new HearthError('people-otherwise', { kept });
      const archive = await recogniseArchive(file);
      if (!archive) throw new HearthError('archive-unknown');
      try {
        const { timeZone } = community;
        const source = archive.source.id;
        const wish = { communityId, mapping: { archive: source }, timeZone };
        const begun = inTransaction(context.write, () => ({
          importId: beginImport(context, wish, { source, people: wanted }),
          people: keepArchivePeople(context.write, communityId, wanted),
        }));
        const { importId } = begun;
        const jobId = start(async (job) => {
          try {
            return await importArchive(
              context.write,
              {
                archive,
                communityId,
                timeZone,
                ...begun,
                clock: context.clock,
                onAdded: () => context.changed(['activities', 'imports']),
                onEnded: (state, totals) =>
                  recordEvent(context, `import.${state}`, communityId, { importId, ...totals }),
              },
              job,
            );
          } finally {
            context.changed(['activities', 'imports']);
          }
        });
        return { jobId, importId };
      } catch (error) {
        archive.close();
        throw error;
      }
    }),
};
