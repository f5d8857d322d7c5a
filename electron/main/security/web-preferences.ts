import type { WebPreferences } from 'electron';

/** How every page of the app runs. Defaults are repeated on purpose: a test holds us to each of them. */
export function safeWebPreferences(preload: string | null): WebPreferences {
  return {
    ...(preload === null ? {} : { preload }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableDialogs: true,
    autoplayPolicy: 'document-user-activation-required',
    // Chromium would fetch dictionaries from the network and may hand typed text to the system's own service.
    spellcheck: false,
    enableWebSQL: false,
    v8CacheOptions: 'code',
  };
}
