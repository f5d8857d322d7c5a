import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordHandlers } from '../../electron/data/outreach/handlers.ts';
import { recordImportHandlers } from '../../electron/data/outreach/import-handlers.ts';
import type { RecordKindId } from '../../shared/domain/health/records.ts';
import type { RecordMapping } from '../../shared/ipc/topics/records.ts';
import { aDataContext } from './data-context.ts';
import { aCommunity } from './people.ts';
import { type RecordTexts, saveRecord } from './records.ts';
import { aStore } from './store.ts';
import { aTempFolder } from './temp-folder.ts';

/** A community of files with a desk that imports text as a person would: suggestion first, then changes to it. */
export function aRecordImportDesk() {
  const store = aStore();
  const context = aDataContext(store);
  const communityId = aCommunity(store.write, { platform: 'import', time_zone: 'Europe/Berlin' });
  const folder = aTempFolder();
  let files = 0;
  const fileOf = (content: string | Uint8Array): string => {
    files += 1;
    const path = join(folder, `records-${files}.csv`);
    writeFileSync(path, content);
    return path;
  };
  const inspect = async (kind: RecordKindId, file: string) =>
    recordImportHandlers['records.inspect'](context, { kind, file });
  const sourceOf = async (kind: RecordKindId, content: string | Uint8Array, changes: Partial<RecordMapping> = {}) => {
    const file = fileOf(content);
    const { suggested } = await inspect(kind, file);
    return { communityId, kind, file, mapping: { ...suggested, ...changes } };
  };
  const importText = async (kind: RecordKindId, content: string | Uint8Array, changes: Partial<RecordMapping> = {}) => {
    const started = await recordImportHandlers['records.import'](context, await sourceOf(kind, content, changes));
    const job = await context.jobs.wait(started.jobId);
    const { importId } = started;
    const told = await recordImportHandlers['records.rejects'](context, { importId, offset: 0, limit: 100 });
    return { ...told.summary, rejects: told.rejects, job };
  };
  const save = (kind: RecordKindId, values: RecordTexts) => saveRecord(context, communityId, kind, values);
  const list = async (kind: RecordKindId) =>
    (await recordHandlers['records.list'](context, { communityId, kind, query: '', offset: 0, limit: 200 })).rows.map(
      ({ values }) => values,
    );
  const preview = async (kind: RecordKindId, content: string, changes: Partial<RecordMapping> = {}) =>
    recordImportHandlers['records.preview'](context, await sourceOf(kind, content, changes));
  return { store, context, communityId, fileOf, inspect, sourceOf, importText, save, list, preview };
}
