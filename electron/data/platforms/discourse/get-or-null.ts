import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/** The body of an answer, or null where the site has nothing there. An empty body is no answer. */
export async function getOrNull(http: HttpClient, path: string, signal: AbortSignal): Promise<object | null> {
  try {
    const { body } = await http.send({ method: 'GET', path, signal });
    if (typeof body !== 'object' || body === null) throw new PlatformError('malformed');
    return body;
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}
