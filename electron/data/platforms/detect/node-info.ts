import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { folderOf, pathInFolder } from '../http/server-address.ts';
import { type ReadOptional, readIfThere } from './read-if-there.ts';

/** What a server calls itself. Names are in lower case. */
export interface NodeInfo {
  readonly name: string;
  readonly version: string;
}

/** NodeInfo names the software without doubt, but not every server offers it, and only our own host and folder are asked. `read` says what counts as none. */
export async function readNodeInfo(
  http: HttpClient,
  signal: AbortSignal,
  read: ReadOptional = readIfThere,
): Promise<NodeInfo | null> {
  const index = new RemoteValue(await read(http, '/.well-known/nodeinfo', signal));
  if (!index.isObject) return null;
  for (const link of index.at('links').listOrNone()) {
    const href = link.isObject ? link.at('href').textOr('') : '';
    if (!URL.canParse(href, http.origin)) continue;
    const url = new URL(href, http.origin);
    const path = url.host === new URL(http.origin).host ? pathInFolder(url, folderOf(http.base)) : null;
    if (!path?.startsWith('/nodeinfo/')) continue;
    const document = new RemoteValue(await read(http, path, signal));
    if (!document.isObject || !document.at('software').isObject) continue;
    const name = document.at('software').at('name').textOr('').toLowerCase();
    if (name !== '') return { name, version: document.at('software').at('version').textOr('') };
  }
  return null;
}
