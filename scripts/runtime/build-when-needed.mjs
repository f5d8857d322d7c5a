import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installed, nodeExecutable, root } from './places.mjs';
import { run } from './run-command.mjs';
import { say } from './say.mjs';

const stamp = path.join(root, 'dist', 'built-from.txt');
const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Builds the application, unless it was built from exactly the sources that are here. */
export async function buildWhenNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === describeSources()) return;
  const code = await build();
  if (code !== 0) throw new Error('The build did not succeed; the reason stands above.');
}

/**
 * Builds the application from nothing: window, preload, main process, data process and command line.
 * @returns {Promise<number>} exit code
 */
export async function build() {
  say('Building.');
  const before = describeSources();
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  for (const [config, mode] of [
    ['electron/vite.config.ts', 'node'],
    ['electron/vite.config.ts', 'preload'],
    ['renderer/vite.config.ts', 'production'],
  ]) {
    const vite = installed('vite', 'bin', 'vite.js');
    const args = [vite, 'build', '--config', /** @type {string} */ (config), '--mode', /** @type {string} */ (mode)];
    const code = await run(nodeExecutable(), [...args, '--logLevel', 'warn']);
    if (code !== 0) return code;
  }
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, before);
  return 0;
}

/** Name, size and time of every source file: changes whenever a build could come out differently. */
function describeSources() {
  /** @type {string[]} */
  const lines = [];
  const visit = (/** @type {string} */ place) => {
    const facts = statSync(place);
    if (!facts.isDirectory()) lines.push(`${path.relative(root, place)} ${facts.size} ${facts.mtimeMs}`);
    else for (const name of readdirSync(place).sort()) visit(path.join(place, name));
  };
  for (const name of sources) visit(path.join(root, name));
  return lines.join('\n');
}
