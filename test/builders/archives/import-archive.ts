import { importArchive } from '../../../electron/data/platforms/archives/import-archive.ts';
import { recogniseArchive } from '../../../electron/data/platforms/archives/recognise-archive.ts';
import type { JobHandle, JobResult } from '../../../electron/data/service/jobs.ts';
import { keepArchivePeople } from '../../../electron/data/store/imports/archive-people.ts';
import { startImport } from '../../../electron/data/store/imports/commands.ts';
import { inTransaction } from '../../../electron/data/store/transaction.ts';
import type { ImportId } from '../../../shared/domain/ids.ts';
import type { ArchivePeople } from '../../../shared/ipc/topics/archives.ts';
import type { TestStore } from '../activity-store.ts';

export interface ArchiveOptions {
  people?: ArchivePeople;
  now?: number;
  job?: Partial<JobHandle>;
  onImport?: (importId: ImportId) => void;
}

/** Reads an archive into a store as the app would. */
export async function readArchiveInto(
  store: TestStore,
  file: string,
  options: ArchiveOptions = {},
): Promise<JobResult> {
  const archive = await recogniseArchive(file);
  if (!archive) throw new Error('no archive');
  const { communityId, timeZone } = store;
  const now = options.now ?? Date.UTC(2026, 0, 1);
  const begun = inTransaction(store.write, () => ({
    importId: startImport(store.write, {
      communityId,
      mapping: { archive: archive.source.id },
      timeZone,
      startedAt: now,
    }),
    people: keepArchivePeople(store.write, communityId, options.people ?? 'names'),
  }));
  options.onImport?.(begun.importId);
  const job: JobHandle = { signal: new AbortController().signal, progress: () => {}, ...options.job };
  return importArchive(store.write, { archive, communityId, timeZone, ...begun, clock: { now: () => now } }, job);
}

/** Every activity with who, whom and where, in the order of time. */
export function activitiesOf(store: TestStore): readonly Record<string, unknown>[] {
  return store.read
    .prepare(
      `SELECT m.remote_id AS who, t.remote_id AS whom, a.at, a.kind, a.level, s.name AS space, a.thread_key AS thread,
         (SELECT p.id FROM activities p WHERE p.remote_key = a.parent_key AND p.community_id = a.community_id) AS parent,
         a.id
       FROM activities a JOIN members m ON m.id = a.member_id LEFT JOIN members t ON t.id = a.target_member_id
         LEFT JOIN spaces s ON s.id = a.space_id ORDER BY a.at, a.id`,
    )
    .all() as Record<string, unknown>[];
}

/** All text that a store holds, of every table that can: to see that something is not in it. */
export function everythingIn(store: TestStore): string {
  const tables = store.read
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  return tables
    .flatMap((table) => store.read.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[])
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
}
