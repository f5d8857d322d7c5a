import type { Session } from 'electron';
import { logFact } from '../log/log.ts';
import { isAppAddress } from './origin.ts';

/**
 * Takes from a session everything the app does not need: every permission, every device, every download, every request
 * that does not go to the app's own files, and spelling dictionaries from the network.
 */
export function hardenSession(session: Session, { allowDevTools }: { readonly allowDevTools: boolean }): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}), { useSystemPicker: false });
  session.setBluetoothPairingHandler?.((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler?.(({ protectedClasses }) => protectedClasses);
  session.setCertificateVerifyProc((_request, answer) => answer(refusedCertificate));
  session.setSpellCheckerDictionaryDownloadURL('hearth://app/no-dictionaries/');
  session.setSpellCheckerLanguages?.([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = isAppAddress(url) || (allowDevTools && url.startsWith('devtools://'));
    if (!allowed) logFact('warn', 'request-blocked', { scheme: url.slice(0, url.indexOf(':')) });
    answer({ cancel: !allowed });
  });
}

/** Chromium's own number for "failed". The window makes no network connection, so no certificate can be right. */
const refusedCertificate = -2;
