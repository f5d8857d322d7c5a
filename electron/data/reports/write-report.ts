import { access, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { fileError } from '../service/file-error.ts';
import type { JobHandle } from '../service/jobs.ts';
import { baseName, filesOf, type RenderPdf, type ReportFormat } from './report-files.ts';
import { localDate, type ReportModel } from './report-model.ts';

export interface ReportTask {
  /** Where the person wants the report. It gets a folder of its own there. */
  readonly folder: string;
  readonly formats: readonly ReportFormat[];
  readonly model: ReportModel;
  readonly renderPdf: RenderPdf;
}

/** What was written. */
export interface WrittenReport {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Writes a report. The folder appears whole, under its own name, when all files are in it: cancelled or failed, nothing is
 * left behind. Throws HearthError `folder-not-writable`, `disk-full`, `pdf-unavailable`.
 */
export async function writeReport(
  { folder, formats, model, renderPdf }: ReportTask,
  job: JobHandle,
): Promise<WrittenReport> {
  await checkFolder(folder);
  const target = await freeName(
    join(folder, `${baseName(model)}-${localDate(model.view.computedAt, model.view.timeZone)}`),
  );
  const making = `${target}.part`;
  const files: string[] = [];
  try {
    await mkdir(making);
    for (const [at, format] of formats.entries()) {
      job.signal.throwIfAborted();
      job.progress(format, at, formats.length);
      for (const file of await filesOf(format, model, renderPdf)) {
        await writeFile(join(making, file.name), file.content, { flag: 'wx' });
        files.push(file.name);
      }
    }
    job.signal.throwIfAborted();
    await rename(making, target);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw fileError(error);
  }
  job.progress('finished', formats.length, formats.length);
  return { folder: target, files };
}

async function checkFolder(folder: string): Promise<void> {
  const facts = await stat(folder).catch(() => undefined);
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!facts?.isDirectory() || !writable) throw new HearthError('folder-not-writable');
}

/** A name that nothing has yet: an earlier report of the same day is never overwritten. */
async function freeName(wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    const taken = await Promise.all([exists(name), exists(`${name}.part`)]);
    if (!taken.includes(true)) return name;
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
