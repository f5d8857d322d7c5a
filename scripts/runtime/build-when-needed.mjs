import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onlyOne } from './only-one.mjs';
import { installed, nodeExecutable, root } from './places.mjs';
import { run } from './run-command.mjs';
import { say } from './say.mjs';

const stamp = path.join(root, 'dist', 'built-from.txt');
const parts = [
  { config: 'electron/vite.config.ts', mode: 'node', folder: '.' },
  { config: 'electron/vite.config.ts', mode: 'preload', folder: '.' },
  { config: 'renderer/vite.config.ts', mode: 'production', folder: 'renderer' },
];
const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Builds the application, unless it was built from exactly the sources that are here. */
export async function buildWhenNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === describeSources()) return;
  const code = await build();
  if (code !== 0) throw new Error('The build did not succeed; the reason stands above.');
}

/**
 * Builds the application from nothing: window, preload, main process, data process and command line. The former build
 * stays in use until the new one is complete.
 * @returns {Promise<number>} exit code
 */
export function build() {
  return onlyOne(
    'the build',
    async () => {
      say('Building.');
      const before = describeSources();
      const next = path.join(root, 'out', 'build');
      await rm(next, { recursive: true, force: true });
      for (const { config, mode, folder } of parts) {
        const vite = [installed('vite', 'bin', 'vite.js'), 'build', '--config', config, '--mode', mode];
        const args = [...vite, '--outDir', path.join(next, folder), '--logLevel', 'warn'];
        const code = await run(nodeExecutable(), args);
        if (code !== 0) return code;
      }
      await writeFile(path.join(next, 'built-from.txt'), before);
      await rm(path.join(root, 'dist'), { recursive: true, force: true });
      await rename(next, path.join(root, 'dist'));
      return 0;
    },
    root,
  );
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
