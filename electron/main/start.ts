import { app } from 'electron';
import { logUnexpected, startLog } from './log/log.ts';
import { printFile } from './print-file.ts';
import { chooseProfile } from './profile.ts';
import { declareAppScheme } from './protocol/serve-app.ts';
import { runApp } from './run-app.ts';
import { hardenEveryWebContents } from './security/harden-web-contents.ts';

// Everything here must have happened before the app is ready.
const directory = chooseProfile();
const development = !app.isPackaged;
startLog(directory, development);
declareAppScheme();
// Chromium refuses its sandbox to the administrator account; whoever runs as that has passed the switch (see scripts/).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
hardenEveryWebContents();
process.on('uncaughtException', (error) => logUnexpected('uncaught', error));
process.on('unhandledRejection', (error) => logUnexpected('unhandled', error));

const { HEARTH_PRINT_SOURCE: printSource, HEARTH_PRINT_TARGET: printTarget } = process.env;

// The lock is one per profile: two people at one computer may each have Hearth open.
if (development && printSource && printTarget) {
  void app.whenReady().then(() => printFile(printSource, printTarget));
} else if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron holds `ready` back until this module has run to its end.
  void app.whenReady().then(() => runApp({ directory, development }));
} else {
  app.quit();
}
