import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const folder = fileURLToPath(new URL('../../../../shared/data/reported-content/', import.meta.url));

/** Why the real texts can't be read, or undefined where they can. They are no part of the repository. */
export function whyNoReportedContent(): string | undefined {
  return existsSync(folder) ? undefined : '../shared/data/reported-content is not there';
}

/** The texts of one language, in the order of the file. */
export function readReportedContent(language: string): readonly string[] {
  const rows = parse(readFileSync(`${folder}${language}.csv`, 'utf8'), { columns: true }) as { text: string }[];
  return rows.map(({ text }) => text);
}
