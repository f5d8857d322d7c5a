import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../electron/data/platforms/files/import-file.ts';
import { inspectFile } from '../../electron/data/platforms/files/inspect-file.ts';
import type { JobHandle, JobResult } from '../../electron/data/service/jobs.ts';
import type { ReadDb, WriteDb } from '../../electron/data/store/db.ts';
import { startImport } from '../../electron/data/store/imports/commands.ts';
import { openStore } from '../../electron/data/store/open.ts';
import type { CommunityId, ImportId } from '../../shared/domain/ids.ts';
import type { ImportMapping } from '../../shared/ipc/topics/imports.ts';

/** A real encrypted store in a temporary folder, with one community. */
export interface TestStore {
  readonly folder: string;
  readonly read: ReadDb;
  readonly write: WriteDb;
  readonly communityId: CommunityId;
  readonly timeZone: string;
  readonly close: () => void;
}

export function openTestStore(options: { timeZone?: string; holdsPersonalData?: boolean } = {}): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-activities-'));
  const store = openStore({ file: join(folder, 'hearth.db'), key: randomBytes(32) });
  const timeZone = options.timeZone ?? 'UTC';
  const added = store.write
    .prepare(
      `INSERT INTO communities (name, platform, connection, time_zone, holds_personal_data, created_at)
       VALUES ('Test', 'import', 'disconnected', ?, ?, 0)`,
    )
    .run(timeZone, options.holdsPersonalData === false ? 0 : 1);
  return {
    folder,
    read: store.read,
    write: store.write,
    communityId: Number(added.lastInsertRowid) as CommunityId,
    timeZone,
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface ImportOptions {
  mapping?: ImportMapping;
  fileZone?: string;
  now?: number;
  job?: Partial<JobHandle>;
  onImport?: (importId: ImportId) => void;
}

/** Imports a file as the app would, with the mapping it suggests unless another is given. */
export async function importInto(store: TestStore, file: string, options: ImportOptions = {}): Promise<JobResult> {
  const mapping = options.mapping ?? (await inspectFile(file)).inspection.suggested;
  const now = options.now ?? Date.UTC(2026, 0, 1);
  const { communityId, timeZone } = store;
  const importId = startImport(store.write, { communityId, mapping, timeZone, startedAt: now });
  options.onImport?.(importId);
  const job: JobHandle = { signal: new AbortController().signal, progress: () => {}, ...options.job };
  const zones = { fileZone: options.fileZone ?? timeZone, communityZone: timeZone };
  return importFile(
    store.write,
    { file, communityId, importId, mapping, ...zones, now, clock: { now: () => now } },
    job,
  );
}
