import { describe, expect, it } from 'vitest';
import { readSourceFiles } from './source-files.ts';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readSourceFiles(/^package-lock\.json$/)[0]?.text ?? '{}';
const { packages = {} } = JSON.parse(text) as { packages?: Record<string, Locked> };

/** Where Node would find a package, from the folder that asks for it up to the root. */
function isLocked(from: string, name: string): boolean {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (packages[own]?.version) return true;
  if (from === '') return false;
  return isLocked(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

describe('the lock file', () => {
  // A lock written where the registry lacks other platforms' packages omits them, and `npm ci` then refuses it whole.
  it('names the packages of every platform, not only of the one it was written on', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    );
    expect(missing).toEqual([]);
  });

  it('holds a hash for everything that is installed here', () => {
    const here = new RegExp(`(${process.platform}-${process.arch}(-gnu)?|better-sqlite3|electron|react)$`);
    const open = Object.entries(packages).filter(([name, locked]) => here.test(name) && !('integrity' in locked));
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it('keeps install commands of packages switched off', () => {
    expect(readSourceFiles(/^\.npmrc$/)[0]?.text).toMatch(/^ignore-scripts=true$/m);
  });
});
