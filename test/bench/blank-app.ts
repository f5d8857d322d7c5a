import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A window as hardened and as large as Hearth's with one word in it, and nothing behind it. */
const main = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.BLANK_PROFILE);
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440, height: 900, show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile('blank.html');
});
`;
const page = '<!doctype html><title>blank</title><p>blank</p>';

/** Writes the smallest app there is into a folder and answers the folder. */
export function writeBlankApp(folder: string): string {
  const app = join(folder, 'blank-app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'blank', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(app, 'main.cjs'), main);
  writeFileSync(join(app, 'blank.html'), page);
  return app;
}
