import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where large things that can be made again are kept: outside git, shared by all checkouts. HEARTH_CACHE overrides it. */
export function cacheFolder() {
  if (process.env.HEARTH_CACHE) return path.resolve(process.env.HEARTH_CACHE);
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(base, 'hearth');
}

/** Path of an installed package's file, or of the package's folder. */
export function installed(/** @type {string[]} */ ...parts) {
  return path.join(root, 'node_modules', ...parts);
}

/** Node 24 from the lock file where it is installed; the machine's own Node otherwise. */
export function nodeExecutable() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const locked = installed(`node-${platform}-${process.arch}`, 'bin', program);
  return existsSync(locked) ? locked : process.execPath;
}

/** The environment for every command started from here: the locked Node and the tools of the lock file come first. */
export function toolEnvironment() {
  const first = [path.dirname(nodeExecutable()), installed('.bin')];
  const rest = (process.env.PATH ?? '').split(path.delimiter).filter((part) => !first.includes(part));
  return { ...process.env, PATH: [...first, ...rest].join(path.delimiter) };
}
