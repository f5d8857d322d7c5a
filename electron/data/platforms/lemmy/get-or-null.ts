import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/** The body of an answer, or null when the server says that there is no such thing. */
export async function getOrNull(http: HttpClient, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', path, signal })).body;
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}
