import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const binary = /\.(png|ico|icns|woff2|node|gz|zip|pdf)$/;

const notOurs = new Set([
  '.git',
  'node_modules',
  'dist',
  'out',
  'release',
  'coverage',
  'test-results',
  'playwright-report',
]);

/** Every text file of the repository, by path from the root, that the pattern matches. */
export function readSourceFiles(pattern: RegExp): SourceFile[] {
  return (listWithGit() ?? listFolder(''))
    .filter((name) => pattern.test(name) && !binary.test(name))
    .filter((name) => existsSync(path.join(repository, name)))
    .map((name) => ({ path: name, text: readFileSync(path.join(repository, name), 'utf8') }));
}

/** What git keeps or would keep. Undefined in a copy without git. */
function listWithGit(): string[] | undefined {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.status === 0 ? listed.stdout.split('\0').filter((name) => name !== '') : undefined;
}

function listFolder(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? listFolder(name) : [name];
  });
}

/** The lines of all files that match, as "path:line: text". */
export function findLines(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    file.text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
