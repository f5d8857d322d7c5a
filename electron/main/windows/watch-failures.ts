import { app, type BrowserWindow, dialog } from 'electron';
import { logFact } from '../log/log.ts';

export interface FailureWords {
  readonly title: string;
  readonly windowGone: string;
  readonly windowStuck: string;
  readonly reload: string;
  readonly wait: string;
  readonly quit: string;
}

/** Tells the person when the page died or hangs, and offers a way on. Work that was saved is safe in the other process. */
export function watchWindowFailures(window: BrowserWindow, words: () => FailureWords): void {
  let asking = false;
  async function ask(message: string, stay: string, proceed: () => void): Promise<void> {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const { title, quit } = words();
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title,
      message,
      buttons: [stay, quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) app.quit();
    else if (!window.isDestroyed()) proceed();
  }
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    logFact('error', 'window-gone', { reason, exitCode });
    if (reason === 'clean-exit') return;
    void ask(words().windowGone, words().reload, () => window.webContents.reload());
  });
  window.on('unresponsive', () => {
    logFact('warn', 'window-unresponsive');
    void ask(words().windowStuck, words().wait, () => {});
  });
  window.webContents.on('preload-error', (_event, _path, error) =>
    logFact('error', 'preload-error', { name: error.name }),
  );
  window.webContents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    if (isMainFrame) logFact('error', 'page-not-loaded', { code });
  });
}

/** Notes the death of helper processes of Chromium. The data process has its own supervisor. */
export function watchChildProcesses(): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    logFact('warn', 'helper-gone', { type, reason, exitCode });
  });
}
