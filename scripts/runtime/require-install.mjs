import { existsSync } from 'node:fs';
import { installed } from './places.mjs';
import { giveUp } from './say.mjs';

/** Ends with one line where the packages of the lock file are not there yet. */
export function requireInstall() {
  const needed = ['electron', 'vite', 'better-sqlite3', 'typescript-native'];
  if (needed.every((name) => existsSync(installed(name, 'package.json')))) return;
  giveUp('The packages are not installed yet. Run: npm ci');
}
