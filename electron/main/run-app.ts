import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor, session } from 'electron';
import type { EventName, Events } from '../../shared/ipc/events.ts';
import { eventNames } from '../../shared/ipc/events.ts';
import { appParts } from './app-parts.ts';
import { openDataProcess } from './data-process/open-data-process.ts';
import { followSettings } from './follow-settings.ts';
import { createAppHandlers } from './ipc/app-handlers.ts';
import { createForwardHandlers } from './ipc/forward-handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { logFact, logUnexpected } from './log/log.ts';
import { installMenu } from './menu/install-menu.ts';
import { watchNetwork } from './power/watch-network.ts';
import { openPreferences } from './preferences.ts';
import { serveApp } from './protocol/serve-app.ts';
import { createChosenPaths } from './security/chosen-paths.ts';
import { hardenSession } from './security/harden-session.ts';
import { openMainWindow } from './windows/main-window.ts';
import { watchChildProcesses, watchWindowFailures } from './windows/watch-failures.ts';
import { createWords } from './words.ts';

export interface RunAppOptions {
  readonly directory: string;
  readonly development: boolean;
}

/** Puts the parts together and opens the window. Runs once, when Electron is ready. */
export async function runApp({ directory, development }: RunAppOptions): Promise<void> {
  const parts = appParts();
  const preferences = openPreferences(join(directory, 'looks.json'), app.getPreferredSystemLanguages());
  const words = await createWords(preferences.language);
  const demo = process.env.HEARTH_DEMO === '1';
  let window: BrowserWindow | null = null;

  // No cache: content must not lie unencrypted on the disk. Compiled code of our own may, and starts the window sooner.
  const pageSession = session.fromPartition('persist:hearth', { cache: false });
  hardenSession(pageSession, { allowDevTools: development });
  hardenSession(session.defaultSession, { allowDevTools: development });
  serveApp(pageSession, parts.page);
  watchChildProcesses();

  function announce<Name extends EventName>(name: Name, payload: Events[Name]): void {
    if (window !== null && !window.isDestroyed()) window.webContents.send(name, payload);
  }
  const settings = followSettings({
    window: () => window,
    readSettings: () => dataProcess.call('data.call', { channel: 'settings.getAll', input: undefined }),
    lock: () => void dataProcess.call('vault.call', { channel: 'vault.lock', input: undefined }).catch(() => {}),
    onLooks: () => {
      void words.reload().then(() => installMenu({ words, run: runCommand, development }));
    },
  });
  const dataProcess = openDataProcess({
    directory,
    script: parts.dataProcess,
    demo,
    onEvent(name, payload) {
      if (!eventNames.includes(name as EventName)) return;
      announce(name as EventName, payload as never);
      settings.see(name as EventName, payload);
    },
    onRestarted: (times) => announce('data.restarted', { times }),
  });
  const runCommand = (commandId: string) => announce('command.run', { commandId });

  const chosen = createChosenPaths();
  const openWindow = () => {
    window = openMainWindow({
      preload: parts.preload,
      session: pageSession,
      stateFile: join(directory, 'window.json'),
      allowDevTools: development,
    });
    window.on('closed', () => {
      window = null;
    });
    watchWindowFailures(window, words.failures);
  };
  registerHandlers(
    {
      ...createAppHandlers({
        window: () => window,
        chosen,
        words,
        sqlite: async () => (await dataProcess.ready()).sqlite,
        demo,
        systemLocale: preferences.systemLocale,
      }),
      ...createForwardHandlers(dataProcess, chosen),
    },
    { ourWindow: () => (window === null ? null : { webContentsId: window.webContents.id }), report: logUnexpected },
  );

  installMenu({ words, run: runCommand, development });
  openWindow();
  watchNetwork((online) => void dataProcess.call('process.setOnline', { online }).catch(() => {}));
  for (const [event, asleep] of [
    ['suspend', true],
    ['resume', false],
  ] as const) {
    // The two names have one signature each in Electron's types.
    (powerMonitor as NodeJS.EventEmitter).on(event, () => {
      void dataProcess.call('process.setAsleep', { asleep }).catch(() => {});
    });
  }
  powerMonitor.on('lock-screen', settings.screenLocked);
  app.on('second-instance', () => {
    if (window === null) openWindow();
    else {
      if (window.isMinimized()) window.restore();
      window.focus();
    }
  });
  app.on('activate', () => {
    if (window === null) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuit(dataProcess.close);
}

/** Waits for the store to be closed, once, and only then lets the app end. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      logFact('info', 'closed');
      app.quit();
    });
  });
}
