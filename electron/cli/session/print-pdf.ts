import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HearthError } from '../../../shared/ipc/errors.ts';

const script = fileURLToPath(new URL('../../../scripts/print-pdf.mjs', import.meta.url));

/**
 * Prints a finished report to a tagged PDF in a hidden window of the app. The report holds published values only; it lies
 * in a folder of its own, readable by nobody else, for as long as that takes. Throws 'pdf-unavailable'.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  if (!existsSync(script)) throw new HearthError('pdf-unavailable');
  const folder = await mkdtemp(join(tmpdir(), 'hearth-print-'));
  const source = join(folder, 'report.html');
  const target = join(folder, 'report.pdf');
  try {
    await writeFile(source, html, { mode: 0o600 });
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, [script, source, target], { stdio: ['ignore', 'ignore', 'ignore'] });
      child.once('error', reject);
      child.once('exit', (exit) => resolve(exit ?? 1));
    });
    if (code !== 0) throw new HearthError('pdf-unavailable');
    return new Uint8Array(await readFile(target));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
