import { protocol, type Session } from 'electron';
import { appScheme } from '../security/origin.ts';
import { answerAppRequest } from './answer-app-request.ts';

/** Makes hearth: a standard, secure scheme with an origin of its own. Must run before the app is ready, once. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built window out of one folder, read-only, to one session. Anything else is answered with 404. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, (request) => answerAppRequest(request.method, request.url, folder));
}
