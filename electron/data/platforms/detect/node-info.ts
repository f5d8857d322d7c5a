import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { folderOf, pathInFolder } from '../http/server-address.ts';
import { type ReadOptional, readIfThere } from './read-if-there.ts';

/** What a server calls itself. Names are in lower case. */
export interface NodeInfo {
  readonly name: string;
  readonly version: string;
}

/** Where Misskey has it, also when it federates with nobody: then it denies the index alone. */
const unlisted = '/nodeinfo/2.1';

/** NodeInfo names the software without doubt, but not every server offers it, and only our own host and folder are asked. `read` says what counts as none. */
export async function readNodeInfo(
  http: HttpClient,
  signal: AbortSignal,
  read: ReadOptional = readIfThere,
): Promise<NodeInfo | null> {
  const index = new RemoteValue(await read(http, '/.well-known/nodeinfo', signal));
  for (const path of index.isObject ? listedIn(index, http) : [unlisted]) {
    const document = new RemoteValue(await read(http, path, signal));
    if (!document.isObject || !document.at('software').isObject) continue;
    const name = document.at('software').at('name').textOr('').toLowerCase();
    if (name !== '') return { name, version: document.at('software').at('version').textOr('') };
  }
  return null;
}

/** Paths of the documents that the index names on this host, within its folder. */
function listedIn(index: RemoteValue, { origin, base }: HttpClient): string[] {
  const paths: string[] = [];
  for (const link of index.at('links').listOrNone()) {
    const href = link.isObject ? link.at('href').textOr('') : '';
    if (!URL.canParse(href, origin)) continue;
    const url = new URL(href, origin);
    const path = url.host === new URL(origin).host ? pathInFolder(url, folderOf(base)) : null;
    if (path?.startsWith('/nodeinfo/')) paths.push(path);
  }
  return paths;
}
