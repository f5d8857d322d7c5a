// npm run package: an unpacked application for this machine in release/. --for-tests leaves the door open for the test driver.
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildWhenNeeded } from './runtime/build-when-needed.mjs';
import { findElectron } from './runtime/find-electron.mjs';
import { cacheFolder, installed, nodeExecutable, root } from './runtime/places.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp, say } from './runtime/say.mjs';
import { findSqliteBinding } from './runtime/sqlite-binding.mjs';

requireInstall();
try {
  await buildWhenNeeded();
  const runtime = await findElectron();
  const binding = await findSqliteBinding(runtime);
  // Packaging changes the runtime it is given, and a launcher for development must not be shipped: so it gets a copy.
  const copy = await mkdtemp(path.join(cacheFolder(), 'packaging-'));
  await cp(runtime.folder, copy, { recursive: true });
  await rm(path.join(copy, 'resources', 'app'), { recursive: true, force: true });
  const settings = [
    `-c.electronDist=${copy}`,
    `-c.electronVersion=${runtime.version}`,
    ...(process.argv.includes('--for-tests') ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
  ];
  const builder = installed('electron-builder', 'cli.js');
  const code = await run(nodeExecutable(), [builder, '--dir', '--publish', 'never', ...settings]);
  await rm(copy, { recursive: true, force: true });
  if (code === 0 && binding) await takeBinding(binding);
  process.exitCode = code;
  if (code === 0) say('The application lies in release/.');
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}

/** An older runtime needs its own build of the database in place of the prebuilt one. Linux only, like that runtime. */
async function takeBinding(/** @type {string} */ binding) {
  const unpacked = path.join(root, 'release', 'linux-unpacked', 'resources', 'app.asar.unpacked');
  const name = `${process.platform}-${process.arch}.node`;
  await copyFile(binding, path.join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds', name));
}
