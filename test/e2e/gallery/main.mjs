// A window for pictures of charts: no preload, no store. The test leads it to its page.
import { app, BrowserWindow } from 'electron';

// Not awaited at the top: Electron is only ready once this file has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1200,
    height: 900,
    useContentSize: true,
    webPreferences: { sandbox: true },
  });
  return window.loadURL('about:blank');
});
