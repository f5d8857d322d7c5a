import { readFile, writeFile } from 'node:fs/promises';
import { app } from 'electron';
import { logUnexpected } from './log/log.ts';
import { renderPdf } from './windows/render-pdf.ts';

/** Prints one HTML file to PDF and ends: what the command line starts Electron for. Shows no window, opens no store. */
export async function printFile(source: string, target: string): Promise<void> {
  // The window that printed is gone before the file is written; the app must not end with it.
  app.on('window-all-closed', () => {});
  try {
    await writeFile(target, await renderPdf(await readFile(source, 'utf8')), { mode: 0o600 });
    app.exit(0);
  } catch (error) {
    logUnexpected('print-file', error);
    app.exit(1);
  }
}
