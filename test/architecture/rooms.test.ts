import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from './source-files.ts';

/** Names that a room has no types for, so that using one does not compile; and names it has. */
const rooms = [
  { room: 'shared', lacks: ['document', 'window', 'process', 'Buffer', 'setTimeout'], has: ['Intl'] },
  { room: 'electron/data', lacks: ['document', 'window'], has: ['process', 'Buffer'] },
  { room: 'electron/main', lacks: ['document', 'window'], has: ['process'] },
  { room: 'electron/cli', lacks: ['document', 'window'], has: ['process'] },
  { room: 'electron/preload', lacks: ['process', 'Buffer', 'require', 'document'], has: ['Promise'] },
  { room: 'renderer', lacks: ['process', 'Buffer', 'require'], has: ['document'] },
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearth-rooms-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles one line with a room's settings and answers what the compiler says. */
function compileIn(room: string, line: string): string {
  const settings = {
    extends: path.join(repository, room, 'tsconfig.json'),
    compilerOptions: {
      typeRoots: [path.join(repository, 'node_modules/@types'), path.join(repository, 'node_modules')],
    },
    include: [],
    files: ['planted.ts'],
  };
  writeFileSync(path.join(folder, 'planted.ts'), `${line}\nexport {};\n`);
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = path.join(repository, 'node_modules/typescript-native/bin/tsc');
  return spawnSync(process.execPath, [compiler, '--project', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout;
}

describe.each(rooms)('$room', ({ room, lacks, has }) => {
  it('compiles what belongs there', () => {
    expect(compileIn(room, `${has.map((name) => `void ${name};`).join(' ')}`)).toBe('');
  });

  it.each(lacks)('does not compile with %s', (name) => {
    expect(compileIn(room, `void ${name};`)).toContain(`'${name}'`);
  });
});
