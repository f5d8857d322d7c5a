import { openDisplay } from './display.mjs';
import { findElectron } from './find-electron.mjs';
import { findSqliteBinding } from './sqlite-binding.mjs';

/**
 * @typedef {object} WindowSetup
 * @property {import('./find-electron.mjs').ElectronRuntime} runtime
 * @property {Record<string, string>} env what a process that starts Electron needs in its environment
 * @property {string[]} flags what Electron needs on its command line here
 * @property {() => void} close ends what was started for it
 */

/**
 * Everything that start, demo, e2e, bench need before a real window can open: runtime, libraries, database addon,
 * display. Commands started with the environment find the same runtime again at once.
 * @returns {Promise<WindowSetup>}
 */
export async function prepareWindow() {
  const runtime = await findElectron();
  const binding = await findSqliteBinding(runtime);
  const display = await openDisplay();
  return {
    runtime,
    env: {
      ...display.env,
      HEARTH_ELECTRON: runtime.executable,
      ...(binding ? { HEARTH_SQLITE_BINDING: binding } : {}),
    },
    // Chromium refuses its own sandbox to the administrator account. Nobody else ever loses it.
    flags: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    close: display.close,
  };
}
