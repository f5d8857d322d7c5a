import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

/** Who am I: answered to everybody who is signed in, whatever their rights. */
export const whoAmI = '/session/current.json';

/**
 * Tells a key that is worth nothing from a right that is missing. Discourse refuses both with the same 403, and hides
 * everything under /admin behind a 404 from whoever may not be there; only the text, which is translated, differs. So after
 * such a refusal the site is asked who we are: if that is refused too, the key or the name is wrong.
 */
export function createCheckedClient(http: HttpClient): HttpClient {
  async function isKnown(signal: AbortSignal): Promise<boolean> {
    try {
      await http.send({ method: 'GET', path: whoAmI, signal });
      return true;
    } catch (error) {
      if (error instanceof PlatformError) return !isRefusedAsStranger(error);
      throw error;
    }
  }

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    try {
      return await http.send(request);
    } catch (error) {
      if (!(error instanceof PlatformError) || !mayBeStranger(error, request.path)) throw error;
      if (isRefusedAsStranger(error) && request.path === whoAmI) throw unauthorized(error);
      if (await isKnown(request.signal)) throw error;
      throw unauthorized(error);
    }
  }

  return { ...http, send };
}

function mayBeStranger({ code }: PlatformError, path: string): boolean {
  return code === 'forbidden' || (code === 'not-found' && (path === whoAmI || path.startsWith('/admin/')));
}

function isRefusedAsStranger({ code }: PlatformError): boolean {
  return code === 'forbidden' || code === 'not-found' || code === 'unauthorized';
}

function unauthorized({ status, reason }: PlatformError): PlatformError {
  return new PlatformError('unauthorized', {
    ...(status !== null && { status }),
    ...(reason !== null && { reason }),
  });
}
