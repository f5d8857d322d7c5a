import { capture, hasCommand, run } from './run-command.mjs';
import { say } from './say.mjs';

/** What a bare Debian or Ubuntu lacks to show an Electron window. */
const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libcups2',
];

/** Makes sure that every shared library an executable asks for is there. */
export async function ensureLibraries(/** @type {string} */ executable) {
  if (process.platform !== 'linux') return;
  if ((await missingLibraries(executable)).length === 0) return;
  await installPackages(windowPackages, 'libraries that Electron needs');
  const missing = await missingLibraries(executable);
  if (missing.length > 0) throw new Error(`Electron still misses these libraries: ${missing.join(', ')}`);
}

/** @param {string} executable */
async function missingLibraries(executable) {
  const { stdout } = await capture('ldd', [executable]);
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}

/** Makes sure that commands are there, or installs the packages that bring them. */
export async function ensureCommands(
  /** @type {string[]} */ commands,
  /** @type {string[]} */ packages,
  /** @type {string} */ purpose,
) {
  for (const command of commands) {
    if (await hasCommand(command)) continue;
    await installPackages(packages, purpose);
    return;
  }
}

/**
 * Installs Debian packages where this process may, and otherwise ends with the one command that does.
 * @param {string[]} packages
 * @param {string} purpose
 */
async function installPackages(packages, purpose) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !(await hasCommand('apt-get'))) {
    throw new Error(`Missing: ${purpose}. Run: sudo apt-get install -y ${packages.join(' ')}`);
  }
  say(`Installing ${purpose} with apt-get (once).`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', ['update', '-qq', ...lock], quiet);
  const names = await Promise.all(packages.map(nameHere));
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lock, ...names], quiet);
  if (code !== 0) throw new Error(`apt-get could not install ${purpose}: ${names.join(' ')}`);
}

/** Newer Debian and Ubuntu renamed some libraries when they moved to 64 bit times. */
async function nameHere(/** @type {string} */ name) {
  const renamed = `${name}t64`;
  return (await capture('apt-cache', ['show', renamed])).code === 0 ? renamed : name;
}
