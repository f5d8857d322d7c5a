import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLines, readSourceFiles, repository } from './source-files.ts';

const lineLimits = [
  { what: 'product source', pattern: /^(electron|renderer|shared|scripts)\/.*\.(ts|tsx|mjs)$/, limit: 300 },
  { what: 'style sheets', pattern: /\.css$/, limit: 400 },
  { what: 'tests', pattern: /^test\/.*\.(ts|tsx|mjs)$/, limit: 500 },
];

describe('the tree', () => {
  it.each(lineLimits)('keeps $what under $limit lines a file', ({ pattern, limit }) => {
    const files = readSourceFiles(pattern);
    const long = files.filter((file) => file.text.split('\n').length > limit).map((file) => file.path);
    expect(long).toEqual([]);
  });

  it('has the top level the owner fixed', () => {
    const allowed = new Set([
      ...['electron', 'renderer', 'shared', 'test', 'scripts', 'docs', '.ci', 'electron-builder.yml', 'package.json'],
      ...['tsconfig.json', 'README.md', 'CHANGELOG.md', 'package-lock.json', 'biome.json'],
      ...['.gitignore', '.gitattributes', '.editorconfig', '.npmrc', 'LICENSE'],
    ]);
    const found = new Set(readSourceFiles(/./).map((file) => file.path.split('/')[0] ?? ''));
    expect([...found].filter((name) => !allowed.has(name))).toEqual([]);
  });

  it('has no drawer for whatever is left over', () => {
    const files = readSourceFiles(/(^|\/)(utils?|helpers?|misc|common)(\/|\.tsx?$)/);
    expect(files.map((file) => file.path)).toEqual([]);
  });

  it('gives every room its compiler settings and every shipped folder its reason', () => {
    const rooms = ['shared', 'electron/main', 'electron/preload', 'electron/data', 'electron/cli', 'renderer', 'test'];
    expect(rooms.filter((room) => !existsSync(path.join(repository, room, 'tsconfig.json')))).toEqual([]);
    expect(readdirSync(repository)).toContain('electron');
  });

  it('holds no path of somebody’s machine and no address of a package registry', () => {
    const files = readSourceFiles(/./).filter((file) => file.path !== 'test/architecture/tree.test.ts');
    // A test of what logs leave out needs made-up paths.
    const own = findLines(
      files.filter((file) => !/^test\/(unit|property|integration)\//.test(file.path)),
      /(["'`\s(=])(\/home\/\w|\/root\/|\/Users\/\w|\/work\/|[A-Z]:\\Users)/,
    );
    const registry = findLines(files, /registry\.(npmjs|yarnpkg|npmmirror)/);
    const lock = findLines(readSourceFiles(/^package-lock\.json$/), /^\s*"resolved":/);
    expect([...own, ...registry, ...lock]).toEqual([]);
  });
});
