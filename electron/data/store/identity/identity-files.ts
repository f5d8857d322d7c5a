import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StoreFiles } from '../store-files.ts';

/** The identity file with SQLite's files beside it, in its place and where a restore has put an earlier one. */
export function everyIdentityFile(files: StoreFiles): readonly string[] {
  const name = basename(files.identity);
  const aside = existsSync(files.replaced)
    ? readdirSync(files.replaced).map((folder) => join(files.replaced, folder, name))
    : [];
  return [files.identity, ...aside].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);
}
