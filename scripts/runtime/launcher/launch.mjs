/**
 * Stands in for Electron's own start screen in a runtime that lacks it: loads the application whose folder is the first
 * argument that is no flag. A module with top-level await, because Electron holds `ready` back until its entry module
 * has run, and the application must register its protocol before that.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('Give the folder of the application as the first argument.\n');
  app.exit(2);
} else {
  const folder = path.resolve(given);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  // Electron's own start screen uses these two as well; its type declarations leave them out.
  const shell = /** @type {any} */ (app);
  shell.setVersion(manifest.version);
  shell.setAppPath(folder);
  Object.assign(process, { defaultApp: true });
  await import(pathToFileURL(path.join(folder, manifest.main)).href);
}
