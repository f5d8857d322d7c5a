import { app, type WebContents } from 'electron';
import { logFact } from '../log/log.ts';
import { isAppAddress } from './origin.ts';

/** Applies the rules to every page there will ever be, also to ones that somebody adds later without thinking of them. */
export function hardenEveryWebContents(): void {
  app.on('web-contents-created', (_event, contents) => hardenWebContents(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

/** No navigation away, no new windows, no guests, no dialogs that trap the person in a page. */
export function hardenWebContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    logFact('warn', 'window-open-blocked', { scheme: schemeOf(url) });
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // Reloading the page itself is the one navigation the app has; routes live inside the page.
    if (isAppAddress(event.url) && event.isMainFrame) return;
    logFact('warn', 'navigation-blocked', { scheme: schemeOf(event.url) });
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}

function schemeOf(address: string): string {
  return address.slice(0, Math.max(0, address.indexOf(':')));
}
