import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { sqliteVersion } from '../../electron/data/store/sqlite-version.ts';

/** What the figures belong to. */
export async function readVersions(): Promise<Readonly<Record<string, string>>> {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const versions = { hearth: manifest.version, node: process.versions.node, sqlite: sqliteVersion() };
  return { ...versions, ...(await readElectronVersions()) };
}

async function readElectronVersions(): Promise<Readonly<Record<string, string>>> {
  const script =
    'const { electron, chrome, node } = process.versions; console.log(JSON.stringify({ electron, chrome, electronNode: node }))';
  const printed = await runElectronAsNode(script);
  return JSON.parse(printed) as Record<string, string>;
}

/** Runs a script in the Electron runtime without a window and answers what it printed. */
export async function runElectronAsNode(script: string): Promise<string> {
  const runtime = process.env.HEARTH_ELECTRON;
  if (!runtime) throw new Error('No Electron was prepared. Run: npm run bench');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { stdout } = await promisify(execFile)(runtime, ['-e', script], { env });
  return stdout;
}
