import { RemoteValue } from '../decode/remote-value.ts';
import { readNodeInfo } from '../detect/node-info.ts';
import type { HttpClient } from '../http/http-client.ts';
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
    (await readVersion(http, '/api/v2/instance', signal)) ?? (await readVersion(http, '/api/v1/instance', signal));
  const instance = new RemoteValue(answer);
  if (!instance.isObject || instance.at('version').textOr('') === '') throw new PlatformError('malformed');
  return instance;
}

/** This one is there on every server, so a page of somebody else in its place is told as what it is. */
async function readVersion(http: HttpClient, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', path, signal })).body;
  } catch (error) {
    const isAbsent =
      error instanceof PlatformError &&
      ['not-found', 'refused', 'malformed', 'forbidden', 'unauthorized'].includes(error.code);
    if (isAbsent) return null;
    throw error;
  }
}

function guessName(instance: RemoteValue): string {
  if (/gotosocial/i.test(instance.at('source_url').textOr(''))) return 'gotosocial';
  return 'mastodon';
}
