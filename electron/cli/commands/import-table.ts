import type { ActivityKind } from '../../../shared/domain/activity.ts';
import { type ImportMapping, importFields } from '../../../shared/ipc/topics/imports.ts';
import type { SavedMapping } from '../../../shared/ipc/topics/mappings.ts';
import { reportFields } from '../../../shared/ipc/topics/report-imports.ts';
import { percentDone } from '../output/percent-done.ts';
import { table } from '../output/table.ts';
import { UsageError } from '../usage-error.ts';
import type { Work } from './command.ts';

export interface TableOptions {
  readonly holds: SavedMapping['holds'];
  readonly map: readonly string[];
  readonly timeFormat?: ImportMapping['timeFormat'];
  readonly kind?: ActivityKind;
  /** Name of a saved mapping to start from. */
  readonly mapping?: string;
  readonly saveMapping?: string;
}

interface TableImport extends TableOptions {
  readonly file: string;
  readonly communityId: number;
  readonly timeZone: string;
}

/** Reads a CSV or NDJSON file and tells what came of it, with the first lines that could not be read. */
export async function importTable(work: Work, given: TableImport): Promise<void> {
  const { session, print } = work;
  const { file, communityId, timeZone, saveMapping: name } = given;
  const saved = await mappingOf(work, given);
  // A name that can't be kept is told before anything is read in.
  if (name !== undefined) await session.call('mappings.save', { communityId, saved: { ...saved, name } });
  const started =
    saved.holds === 'reports'
      ? session.call('reportImports.start', { file, mapping: saved.mapping, timeZone, communityId })
      : session.call('imports.start', { file, mapping: saved.mapping, timeZone, communityId });
  const { jobId, importId } = await started;
  await session.finish(jobId, (job) => print.progress(print.t('importing', { percent: percentDone(job) })));
  const summary = (await session.call('imports.list', { communityId })).find((one) => one.importId === importId);
  const { rejects } = await session.call('imports.rejects', { importId, limit: 20 });
  print.result({ ...summary, rejects }, () => {
    const told = print.t('imported', {
      added: print.number(summary?.added ?? 0),
      known: print.number(summary?.alreadyKnown ?? 0),
      rejected: print.number(summary?.rejected ?? 0),
      community: String(communityId),
    });
    if (rejects.length === 0) return told;
    const lines = table(rejects, [
      { header: print.t('column.line'), cell: (one) => String(one.line), end: true },
      { header: print.t('column.problem'), cell: (one) => one.reason },
    ]);
    return `${told}\n${lines}`.trimEnd();
  });
}

/** The mapping that was named, or what the columns suggest; then what the command line says itself. */
async function mappingOf({ session }: Work, given: TableImport): Promise<SavedMapping> {
  const { file, communityId, holds, mapping: named, timeFormat, kind } = given;
  const all = named === undefined ? [] : await session.call('mappings.list', { communityId });
  const known = all.find((one) => one.holds === holds && one.name === named);
  if (named !== undefined && !known) throw new UsageError('noSuchMapping', { name: named });
  if (holds === 'reports') {
    const base = known?.holds === 'reports' ? known.mapping : await session.call('reportImports.suggest', { file });
    const columns = { ...base.columns, ...readMap(given.map, reportFields) };
    return { holds, name: '', mapping: { columns, timeFormat: timeFormat ?? base.timeFormat } };
  }
  const base =
    known?.holds === 'activities' ? known.mapping : (await session.call('imports.inspect', { file })).suggested;
  const columns = { ...base.columns, ...readMap(given.map, importFields) };
  const mapping = { columns, timeFormat: timeFormat ?? base.timeFormat, defaultKind: kind ?? base.defaultKind };
  return { holds, name: '', mapping };
}

function readMap<Field extends string>(
  pairs: readonly string[],
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const columns: Partial<Record<Field, string>> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const field = fields.find((one) => one === pair.slice(0, at));
    if (at === -1 || !field) throw new UsageError('badMap', { fields: fields.join(', ') });
    columns[field] = pair.slice(at + 1);
  }
  return columns;
}
