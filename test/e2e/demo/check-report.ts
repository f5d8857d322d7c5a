import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { hold } from './narrate.ts';

export interface CheckedReport {
  readonly files: readonly string[];
  readonly pages: number;
}

/** Reads what was exported: every format is there, the page loads nothing, the PDF is tagged. Answers its page count. */
export async function checkReport(folder: string): Promise<CheckedReport> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const one = (ending: string): string => {
    const found = files.find((file) => file.endsWith(ending));
    hold(found, `The report has no ${ending} file.`);
    return path.join(folder, found);
  };
  checkHtml(readFileSync(one('.html'), 'utf8'));
  JSON.parse(readFileSync(one('.json'), 'utf8'));
  const csv = readFileSync(one('.csv'), 'utf8').trim().split(/\r?\n/);
  hold(csv.length > 1, 'The first CSV file of the report holds no line.');
  return { files, pages: await checkPdf(new Uint8Array(readFileSync(one('.pdf')))) };
}

function checkHtml(html: string): void {
  hold(/<html[^>]* lang="/.test(html), 'The HTML report does not say its language.');
  hold(/<h1[ >]/.test(html), 'The HTML report has no heading.');
  hold(!/<script|\ssrc="https?:|url\(["']?https?:/i.test(html), 'The HTML report runs or loads something.');
}

async function checkPdf(data: Uint8Array): Promise<number> {
  const task = getDocument({ data, useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  // A map in this version of the reader, whatever its types say.
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  hold(marks?.get('Marked') === true, 'The PDF of the report is not tagged.');
  const structure = await (await document.getPage(1)).getStructTree();
  hold(structure !== null, 'The first page of the PDF has no structure.');
  const pages = document.numPages;
  await task.destroy();
  return pages;
}
