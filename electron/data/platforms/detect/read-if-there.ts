import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/**
 * The body of an answer, or null when the server has nothing there. A broken answer to an optional question is none, and so is
 * a web page: many servers send one for every address they don't know.
 */
export async function readIfThere(http: HttpClient, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', path, signal })).body;
  } catch (error) {
    if (error instanceof PlatformError && isAbsent(error)) return null;
    throw error;
  }
}

function isAbsent(error: PlatformError): boolean {
  return ['not-found', 'refused', 'malformed', 'captive', 'forbidden', 'unauthorized'].includes(error.code);
}
