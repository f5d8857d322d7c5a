import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { serverBase } from '../http/server-address.ts';
import { readIfThere } from './read-if-there.ts';

/**
 * The base of the folder that a NodeBB forum names as its own; null where it names none. A forum that has a whole host but lives in
 * a folder sends everything beside it there, without its query, and what writes is never sent on: it has to be asked in the folder.
 */
export async function namedFolder(http: HttpClient, signal: AbortSignal): Promise<string | null> {
  const { origin, base } = http;
  const config = new RemoteValue(await readIfThere(http, '/api/config', signal));
  const folder = config.isObject ? config.at('relative_path').textOr('') : '';
  const named = folder.startsWith('/') ? serverBase(`${origin}${folder}`) : null;
  return named === null || named === base || new URL(named).origin !== origin ? null : named;
}
