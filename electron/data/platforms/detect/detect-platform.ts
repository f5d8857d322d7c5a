import type { RemotePlatform } from '../../../../shared/domain/community.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import { type HttpClient, sentAway as sentAwayReason } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import { readNodeInfo } from './node-info.ts';
import { readIfThere } from './read-if-there.ts';

/** What stands at an address. `software` as the server names it; `version` empty where it does not say. */
export interface DetectedPlatform {
  readonly platform: Exclude<RemotePlatform, 'practice'>;
  readonly software: string;
  readonly version: string;
}

const byName: Readonly<Record<string, DetectedPlatform['platform']>> = {
  lemmy: 'lemmy',
  nodebb: 'nodebb',
  misskey: 'misskey',
  sharkey: 'misskey',
  discourse: 'discourse',
};

/**
 * Finds out which interface a server speaks, by what it says of itself and without a token. Everything that has an instance
 * document of Mastodon's counts as Mastodon, forks and GoToSocial among them; null where nothing known answers.
 * Rejects with a PlatformError when the server can't be reached at all.
 */
export async function detectPlatform(asked: HttpClient, signal: AbortSignal): Promise<DetectedPlatform | null> {
  const { http, sentAway } = watched(asked);
  const found = await detectBy([instance, synapse, discourse, nodebb, lemmy], http, signal);
  if (found) return found;
  const away = sentAway();
  if (away) throw away;
  return null;
}

/**
 * The same for a folder of a host, where only forums live: Discourse (`relative_url_root`) and NodeBB (`url` with a path).
 * Others have a host to themselves. Null also where the folder leads elsewhere.
 */
export async function detectForum(http: HttpClient, signal: AbortSignal): Promise<DetectedPlatform | null> {
  const found = await detectBy([discourse, nodebb], http, signal);
  return found && ['discourse', 'nodebb'].includes(found.platform) ? found : null;
}

async function detectBy(
  looks: readonly Look[],
  http: HttpClient,
  signal: AbortSignal,
): Promise<DetectedPlatform | null> {
  const info = await readNodeInfo(http, signal);
  const named = info && byName[info.name];
  if (info && named) return { platform: named, software: info.name, version: info.version };
  for (const look of looks) {
    const found = await look(http, signal);
    if (found) return info && found.platform === 'mastodon' ? { ...found, software: info.name } : found;
  }
  return null;
}

/** Notices whether every question was sent on to another host: then nobody here was asked, and that is worth saying. */
function watched(http: HttpClient): { http: HttpClient; sentAway: () => PlatformError | null } {
  let away: PlatformError | null = null;
  let answers = 0;
  const send: HttpClient['send'] = async (request) => {
    try {
      const answer = await http.send(request);
      answers += 1;
      return answer;
    } catch (error) {
      if (error instanceof PlatformError && error.reason === sentAwayReason) away = error;
      else answers += 1;
      throw error;
    }
  };
  return { http: { ...http, send }, sentAway: () => (answers === 0 ? away : null) };
}

type Look = (http: HttpClient, signal: AbortSignal) => Promise<DetectedPlatform | null>;

const instance: Look = async (http, signal) => {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const body = new RemoteValue(await readIfThere(http, path, signal));
    const version = body.isObject ? body.at('version').textOr('') : '';
    if (version !== '') return { platform: 'mastodon', software: 'mastodon', version };
  }
  return null;
};

/** Every Matrix server answers this; only Synapse can be moderated through its admin interface, which needs a token. */
const synapse: Look = async (http, signal) => {
  const body = new RemoteValue(await readIfThere(http, '/_matrix/client/versions', signal));
  if (!body.isObject || body.at('versions').listOrNone().length === 0) return null;
  const server = new RemoteValue(await readIfThere(http, '/_synapse/admin/v1/server_version', signal));
  const version = server.isObject ? server.at('server_version').textOr('') : '';
  return { platform: 'matrix', software: version === '' ? 'matrix' : 'synapse', version };
};

const discourse: Look = async (http, signal) => {
  const body = new RemoteValue(await readIfThere(http, '/site/basic-info.json', signal));
  if (!body.isObject || body.at('apple_touch_icon_url').isMissing) return null;
  const about = new RemoteValue(await readIfThere(http, '/about.json', signal));
  const version = about.isObject && about.at('about').isObject ? about.at('about').at('version').textOr('') : '';
  return { platform: 'discourse', software: 'discourse', version };
};

const nodebb: Look = async (http, signal) => {
  const body = new RemoteValue(await readIfThere(http, '/api/config', signal));
  if (!body.isObject || body.at('relative_path').isMissing || body.at('csrf_token').isMissing) return null;
  return { platform: 'nodebb', software: 'nodebb', version: body.at('version').textOr('') };
};

const lemmy: Look = async (http, signal) => {
  const body = new RemoteValue(await readIfThere(http, '/api/v3/site', signal));
  if (!body.isObject || !body.at('site_view').isObject) return null;
  return { platform: 'lemmy', software: 'lemmy', version: body.at('version').textOr('') };
};
