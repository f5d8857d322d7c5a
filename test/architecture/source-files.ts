import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const binary = /\.(png|ico|icns|woff2|node|gz|zip|pdf)$/;

/** Every text file that git keeps or would keep, by path from the root, that the pattern matches. */
export function readSourceFiles(pattern: RegExp): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\0')
    .filter((name) => name !== '' && pattern.test(name) && !binary.test(name))
    .filter((name) => existsSync(path.join(repository, name)))
    .map((name) => ({ path: name, text: readFileSync(path.join(repository, name), 'utf8') }));
}

/** The lines of all files that match, as "path:line: text". */
export function findLines(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    file.text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
