import { decodeAnswer } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import { readIfOffered } from '../detect/read-if-there.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { PlatformError, type ServerFacts } from '../platform.ts';
import { capabilitiesOf, type Rights } from './capabilities.ts';
import { whoAmI } from './checked-client.ts';
import { knowsNotes } from './decode-notes.ts';

/**
 * Who the key belongs to, and what this site lets them do. Asks what everybody on the team may ask; a wrong key or name is
 * `unauthorized`, a right that is missing stands in the capabilities.
 */
export async function readFacts(http: HttpClient, signal: AbortSignal): Promise<ServerFacts> {
  const self = await http.send({ method: 'GET', path: whoAmI, signal });
  const me = decodeAnswer(self.body, (answer) => {
    const user = answer.at('current_user');
    return {
      id: user.at('id').id(),
      handle: user.at('username').text(),
      isAdmin: user.at('admin').flagOr(false),
      isModerator: user.at('moderator').flagOr(false),
    };
  });
  const settings = new RemoteValue(await readIfOffered(http, '/site/settings.json', signal));
  const about = new RemoteValue(await readIfOffered(http, '/about.json', signal));
  const isStaff = me.isAdmin || me.isModerator;
  const rights: Rights = {
    isStaff,
    isAdmin: me.isAdmin,
    mayWrite: isStaff && (await mayWrite(http, signal)),
    mayCount: isStaff && (me.isAdmin || (await mayCount(http, signal))),
  };
  const claiming = settings.isObject ? settings.at('reviewable_claiming').textOr('disabled') : 'disabled';
  const version = about.isObject && about.at('about').isObject ? about.at('about').at('version').textOr('') : '';
  return {
    name: (settings.isObject ? settings.at('title').textOr('') : '') || new URL(http.base).host,
    accountRemoteId: me.id,
    accountHandle: me.handle,
    capabilities: capabilitiesOf(rights, {
      version,
      claiming,
      hasNotes: rights.mayWrite && (await hasNotes(http, version, signal)),
    }),
    rules: [],
  };
}

/**
 * A key may be for reading only, and nothing says so. A call that would act on the reviewable 0, which no site has, is answered
 * with "not found" when the key may act, and refused before that when it may not.
 */
async function mayWrite(http: HttpClient, signal: AbortSignal): Promise<boolean> {
  const path = '/review/0/perform/nothing.json?version=0';
  return !(await isForbidden(http, { method: 'PUT', path, readsOnly: true, signal }));
}

/**
 * Any item of the queue shows whether this version keeps notes. Where the queue has never held one, the version tells: 3.6, and
 * since then years.
 */
async function hasNotes(http: HttpClient, version: string, signal: AbortSignal): Promise<boolean> {
  const path = '/review.json?status=all&sort_order=created_at&priority=low';
  const queue = new RemoteValue(await readIfOffered(http, path, signal));
  const shown = queue.isObject ? knowsNotes(queue.at('reviewables').listOrNone()) : null;
  if (shown !== null) return shown;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 6);
}

/** Until some versions ago the numbers were for administrators alone. */
async function mayCount(http: HttpClient, signal: AbortSignal): Promise<boolean> {
  const today = new Date().toISOString().slice(0, 10);
  const path = `/admin/reports/signups.json?start_date=${today}&end_date=${today}`;
  return !(await isForbidden(http, { method: 'GET', path, signal }));
}

/** Network trouble is trouble, not a missing right. Anything but a refusal of this person says that they may. */
async function isForbidden(http: HttpClient, request: HttpRequest): Promise<boolean> {
  try {
    await http.send(request);
    return false;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === 'forbidden') return true;
    if (error.code === 'not-found') return request.method === 'GET';
    if (error.code === 'refused') return false;
    throw error;
  }
}
