import { decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { joinedActivity } from '../joined-activity.ts';
import type { RejectedItem, RemoteAccountEnd, RemoteActivity } from '../platform.ts';
import type { JoinedPlace } from './activity-cursor.ts';
import { timeOrNull } from './decode-scores.ts';
import { isMachine } from './decode-user.ts';
import { decodeStanding } from './standing.ts';

const pageSize = 100;

export interface JoinedPage {
  readonly items: readonly RemoteActivity[];
  readonly rejected: readonly RejectedItem[];
  readonly place: JoinedPlace;
  readonly more: boolean;
}

/**
 * Members in the order in which they joined. Pages are counted from the beginning, so every account that is deleted moves
 * everybody after it towards pages that were read already. So a page that does not begin with somebody known is read together
 * with the page before it, into which they would have moved; and where that one is all new as well, the walk goes back.
 */
export async function listJoined(http: HttpClient, place: JoinedPlace, signal: AbortSignal): Promise<JoinedPage> {
  const { page, seen } = place;
  const here = await readMembers(http, page, signal);
  const isAnchored = (members: Members, number: number): boolean =>
    number === 1 || seen === null || (members.first !== null && members.first <= seen);
  const before = isAnchored(here, page) ? null : await readMembers(http, page - 1, signal);
  if (before && !isAnchored(before, page - 1)) {
    return { items: [], rejected: [], place: { page: page - 1, seen }, more: true };
  }
  const people = [...(before?.people ?? []), ...here.people].filter(({ at }) => seen === null || at >= seen);
  const newest = people.reduce<number | null>((latest, { at }) => Math.max(latest ?? at, at), seen);
  return {
    items: people.flatMap(({ activity }) => activity ?? []),
    rejected: [...(before?.rejected ?? []), ...here.rejected],
    place: { page: pageAfter(page, here), seen: newest },
    more: here.isFull,
  };
}

/**
 * The next pass begins at the last page with people on it, which takes in more of them. It begins with somebody known, so that the
 * page before needs no look.
 */
function pageAfter(page: number, { isFull, isEmpty }: Members): number {
  if (isFull) return page + 1;
  return isEmpty ? Math.max(1, page - 1) : page;
}

interface Members {
  readonly people: readonly { readonly at: number; readonly activity: RemoteActivity | null }[];
  readonly rejected: readonly RejectedItem[];
  readonly first: number | null;
  readonly isFull: boolean;
  readonly isEmpty: boolean;
}

async function readMembers(http: HttpClient, page: number, signal: AbortSignal): Promise<Members> {
  const path = `/admin/users/list/new.json?order=created&asc=true&page=${page}`;
  const { body } = await http.send({ method: 'GET', path, paged: true, signal });
  const { items, rejected } = decodeItems(body, (user) => {
    const id = user.at('id').id();
    const at = user.at('created_at').instant();
    // Whoever only wrote by mail has the shell of an account, and has not joined.
    const hasJoined = !user.at('staged').flagOr(false) && !isMachine(id);
    const handle = user.at('username').text();
    const accountEnd = decodeEnd(user);
    return { at, activity: hasJoined ? joinedActivity({ remoteId: id, handle, at, isBot: false, accountEnd }) : null };
  });
  const count = items.length + rejected.length;
  const first = items.length === 0 ? null : Math.min(...items.map(({ at }) => at));
  return { people: items, rejected, first, isFull: count >= pageSize, isEmpty: count === 0 };
}

/** A suspension is a removal, also one with an end: while it lasts nobody is there. */
function decodeEnd(user: RemoteValue): RemoteAccountEnd | null {
  return decodeStanding(user).state === 'suspended'
    ? { how: 'removed', at: timeOrNull(user.at('suspended_at')) }
    : null;
}
