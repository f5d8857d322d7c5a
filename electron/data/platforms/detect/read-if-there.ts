import { type HttpClient, webPage } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/** Reads an answer, or null where the server has nothing there. */
export type ReadOptional = (http: HttpClient, path: string, signal: AbortSignal) => Promise<unknown>;

const denied = ['not-found', 'refused', 'forbidden', 'unauthorized'];

/**
 * The body of an answer, or null when the server has nothing there. A broken answer to an optional question is none, and so is
 * a web page: many servers send one for every address they don't know.
 */
export const readIfThere: ReadOptional = (http, path, signal) =>
  readUnless(http, { path, signal }, ({ code }) => [...denied, 'malformed', 'captive'].includes(code));

/**
 * The same, of a server that is known to have this as a rule: what hangs on the answer would be wrong without it, so that a
 * broken one, or one by somebody else, is trouble and no "no".
 */
export const readIfOffered: ReadOptional = (http, path, signal) =>
  readUnless(http, { path, signal }, ({ code, reason }) => denied.includes(code) || reason === webPage);

async function readUnless(
  http: HttpClient,
  asked: { readonly path: string; readonly signal: AbortSignal },
  isAbsent: (error: PlatformError) => boolean,
): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', ...asked })).body;
  } catch (error) {
    if (error instanceof PlatformError && isAbsent(error)) return null;
    throw error;
  }
}
