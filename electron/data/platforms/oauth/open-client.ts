import { createHttpClient, type HttpClient } from '../http/http-client.ts';
import { serverOrigin } from '../http/server-origin.ts';
import { PlatformError } from '../platform.ts';

/** A client for the server that a person named, without any token, or `refused` when that is no address of a server. */
export function openClient(typedAddress: string): HttpClient {
  const origin = serverOrigin(typedAddress);
  if (origin === null) throw new PlatformError('refused');
  return createHttpClient({ origin, accessToken: null, budget: null });
}
