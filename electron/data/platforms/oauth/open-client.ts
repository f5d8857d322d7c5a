import { createHttpClient, type HttpClient } from '../http/http-client.ts';
import { serverBase } from '../http/server-address.ts';
import { PlatformError } from '../platform.ts';

/** A client for the server that a person named, without any token, or `refused` when that is no address of a server. */
export function openClient(typedAddress: string): HttpClient {
  const address = serverBase(typedAddress);
  if (address === null) throw new PlatformError('refused');
  return createHttpClient({ address, accessToken: null, budget: null });
}
