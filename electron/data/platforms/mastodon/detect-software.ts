import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';

export interface Software {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** The instance answer, for rules and the like. */
  readonly instance: RemoteValue;
}

/** What the server says it is: the instance document (second version, or first on old servers), then NodeInfo. */
export async function detectSoftware(http: HttpClient, signal: AbortSignal): Promise<Software> {
  const instance = await readInstance(http, signal);
  const nodeInfo = await readNodeInfo(http, signal);
  const version = instance.at('version').textOr('');
  return {
    name: nodeInfo?.name ?? guessName(instance),
    version: nodeInfo?.version ?? version,
    title: instance.at('title').textOr('') || instance.at('domain').textOr('') || instance.at('uri').textOr(''),
    instance,
  };
}

async function readInstance(http: HttpClient, signal: AbortSignal): Promise<RemoteValue> {
  const answer =
    (await readIfThere(http, '/api/v2/instance', signal)) ?? (await readIfThere(http, '/api/v1/instance', signal));
  const instance = new RemoteValue(answer);
  if (!instance.isObject || instance.at('version').textOr('') === '') throw new PlatformError('malformed');
  return instance;
}

/** NodeInfo names the software without doubt, but not every server offers it, and only our own host is asked. */
async function readNodeInfo(http: HttpClient, signal: AbortSignal): Promise<{ name: string; version: string } | null> {
  const index = new RemoteValue(await readIfThere(http, '/.well-known/nodeinfo', signal));
  if (!index.isObject) return null;
  for (const link of index.at('links').listOrNone()) {
    const href = link.isObject ? link.at('href').textOr('') : '';
    if (!URL.canParse(href, http.origin)) continue;
    const url = new URL(href, http.origin);
    if (url.host !== new URL(http.origin).host || !url.pathname.startsWith('/nodeinfo/')) continue;
    const document = new RemoteValue(await readIfThere(http, url.pathname, signal));
    if (!document.isObject || !document.at('software').isObject) continue;
    const name = document.at('software').at('name').textOr('').toLowerCase();
    if (name !== '') return { name, version: document.at('software').at('version').textOr('') };
  }
  return null;
}

function guessName(instance: RemoteValue): string {
  if (/gotosocial/i.test(instance.at('source_url').textOr(''))) return 'gotosocial';
  return 'mastodon';
}

/** The answer's body, or null when the server has nothing there. A broken answer to an optional question is none. */
async function readIfThere(http: HttpClient, path: string, signal: AbortSignal): Promise<unknown> {
  const request: HttpRequest = { method: 'GET', path, signal };
  try {
    return (await http.send(request)).body;
  } catch (error) {
    if (error instanceof PlatformError && isAbsent(error)) return null;
    throw error;
  }
}

function isAbsent(error: PlatformError): boolean {
  return ['not-found', 'refused', 'malformed', 'forbidden'].includes(error.code);
}
