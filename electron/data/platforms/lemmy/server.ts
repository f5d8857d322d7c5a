import { countsIn } from '../decode/counts.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import { fullName, numberId } from './decode-parts.ts';
import type { Languages } from './decode-post.ts';
import type { Dialect, Rights } from './dialect.ts';
import { getOrNull } from './get-or-null.ts';
import { v3Dialect } from './v3/v3-dialect.ts';
import { v4Dialect } from './v4/v4-dialect.ts';

/** What the server is and who we are there, as it says it in one go. */
export interface LemmyServer extends Rights {
  readonly version: string;
  readonly dialect: Dialect;
  readonly title: string;
  readonly myId: number;
  readonly myHandle: string;
  readonly languages: Languages;
  /** Counts of the whole server, by Lemmy's names. */
  readonly counts: Readonly<Record<string, number>>;
}

const countNames = [
  'users',
  'posts',
  'comments',
  'communities',
  'users_active_day',
  'users_active_week',
  'users_active_month',
  'users_active_half_year',
] as const;

/**
 * Finds out which version stands there; `/api/v3/site` is answered by 0.19 and 1.0 alike. Development builds name no version,
 * so that the newer interface is simply asked for.
 */
export async function readVersion(
  http: HttpClient,
  signal: AbortSignal,
): Promise<{ readonly version: string; readonly dialect: Dialect; readonly site: RemoteValue }> {
  const old = new RemoteValue(await getOrNull(http, '/api/v3/site', signal));
  const version = old.isObject ? old.at('version').textOr('') : '';
  const major = /^(\d+)\./.exec(version)?.[1];
  if (major === '0') return { version, dialect: v3Dialect, site: old };
  const site = new RemoteValue(await getOrNull(http, '/api/v4/site', signal));
  if (site.isObject) return { version: version || site.at('version').textOr(''), dialect: v4Dialect, site };
  if (!old.isObject || major !== undefined) throw new PlatformError('malformed');
  return { version, dialect: v3Dialect, site: old };
}

/** Reads server and account. Rejects with `unauthorized` when the token is worth nothing: Lemmy answers as to a stranger. */
export async function readServer(http: HttpClient, signal: AbortSignal): Promise<LemmyServer> {
  const { version, dialect, site } = await readVersion(http, signal);
  const me = dialect.name === 'v3' ? site.at('my_user') : await readAccount(http, signal);
  if (!me.isObject) throw new PlatformError('unauthorized');
  return decodeAnswer(site, () => ({ version, dialect, ...decodeSite(site), ...decodeMe(me) }));
}

async function readAccount(http: HttpClient, signal: AbortSignal): Promise<RemoteValue> {
  return new RemoteValue((await http.send({ method: 'GET', path: '/api/v4/account', signal })).body);
}

function decodeSite(site: RemoteValue): Pick<LemmyServer, 'title' | 'languages' | 'counts'> {
  const view = site.at('site_view');
  // Counts stood beside the site, and stand in its settings since 1.0.
  const holder = view.at('counts').isObject ? view.at('counts') : view.at('local_site');
  const counts = countsIn(holder, Object.fromEntries(countNames.map((name) => [name, name])));
  const languages = new Map<number, string>();
  for (const language of site.at('all_languages').listOrNone()) {
    const code = language.isObject ? language.at('code').textOr('') : '';
    // "und" is what Lemmy calls a text whose language nobody chose.
    if (code !== '' && code !== 'und') languages.set(language.at('id').numberOr(-1), code);
  }
  return { title: view.at('site').at('name').textOr(''), languages, counts };
}

function decodeMe(me: RemoteValue): Pick<LemmyServer, 'myId' | 'myHandle' | 'isAdmin' | 'moderates'> {
  const view = me.at('local_user_view');
  const moderated = me.at('moderates').listOrNone();
  return {
    myId: numberId(view.at('person').at('id')),
    myHandle: fullName(view.at('person')).handle,
    isAdmin: view.at('local_user').at('admin').flagOr(false),
    moderates: new Set(moderated.filter((one) => one.isObject).map((one) => numberId(one.at('community').at('id')))),
  };
}
