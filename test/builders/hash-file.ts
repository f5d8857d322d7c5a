import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The content of every file below a folder, as one line each, so that any changed byte shows. */
export function folderContent(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? `${name}/` : `${name} ${fileHash(path)}`;
  });
}

/** sha256 of a file. Never of a database that this process has open: reading it so would drop SQLite's locks. */
export function fileHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
