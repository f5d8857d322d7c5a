import { BrowserWindow, type Session, screen } from 'electron';
import { startPage } from '../security/origin.ts';
import { safeWebPreferences } from '../security/web-preferences.ts';
import { placeWindow, readWindowState, saveWindowState, smallestWindow } from './window-state.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly session: Session;
  readonly stateFile: string;
  readonly allowDevTools: boolean;
}

/** Opens the one window. It shows itself when its first frame is ready, in the colour of that frame. */
export function openMainWindow({ preload, session, stateFile, allowDevTools }: MainWindowOptions): BrowserWindow {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const place = placeWindow(
    readWindowState(stateFile),
    [main, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    // Never a name, a count or a case: window titles show in task switchers and screen shares.
    title: 'Hearth',
    autoHideMenuBar: false,
    webPreferences: { ...safeWebPreferences(preload), session, devTools: allowDevTools },
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    saveWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(startPage);
  return window;
}
