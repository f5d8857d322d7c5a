import { decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import { joinedActivity } from '../joined-activity.ts';
import type { RejectedItem, RemoteAccountEnd, RemoteActivity } from '../platform.ts';
import type { JoinedPlace } from './activity-cursor.ts';
import { ask } from './ask.ts';
import { userHandle } from './decode-user.ts';
import { itemsOf, oldestId } from './id-order.ts';
import { accountsList } from './permissions.ts';
import { reachOf } from './upward.ts';

const pageSize = 100;

export interface JoinedPage {
  readonly items: readonly RemoteActivity[];
  readonly rejected: readonly RejectedItem[];
  /** Where to go on, now or in the next pass. */
  readonly place: JoinedPlace;
  readonly isOver: boolean;
}

/**
 * One page of the server's own accounts in the order in which they were made, suspended ones too. The list has no `sinceId`: its
 * pages are counted from the beginning, and every account that is deleted moves all after it forward, past a page that was read
 * already. So a page has to begin with an account that is known; where it does not, the walk goes back until one does, and
 * brings nothing till then. Null where the server does not show us the list.
 */
export async function listJoined(
  http: HttpClient,
  place: JoinedPlace,
  signal: AbortSignal,
): Promise<JoinedPage | null> {
  const wanted = { limit: pageSize, offset: place.offset, sort: '-createdAt', origin: 'local' };
  const answer = await ask(http, accountsList, wanted, signal, { paged: true }).catch(noneIfDenied);
  if (answer === null) return null;
  const { items, rejected } = decodeItems(answer.body, decodeJoined);
  const listed = itemsOf(answer.body);
  const oldest = oldestId(listed);
  if (place.offset > 0 && (oldest === null || oldest > place.since)) {
    const offset = Math.max(0, place.offset - pageSize + 1);
    return { items: [], rejected: [], place: { ...place, offset }, isOver: false };
  }
  const { newest, settled } = reachOf(place, answer);
  const settledHere = listed.filter(({ id }) => id <= settled).length;
  const settledOffset = settledHere === 0 ? place.settledOffset : place.offset + settledHere - 1;
  const count = items.length + rejected.length;
  const isOver = newest === place.since && count < pageSize;
  // The last account of this page begins the next one; the next pass reads what has not settled again.
  const onward = isOver
    ? { offset: settledOffset, since: settled }
    : { offset: place.offset + Math.max(0, count - 1), since: newest };
  return {
    items: items.flatMap((item) => (item !== null && item.memberRemoteId > place.since ? item : [])),
    rejected,
    place: { ...onward, settled, settledOffset },
    isOver,
  };
}

/** A moderator's token need not have the permission; what members wrote is listed all the same. */
function noneIfDenied(error: unknown): null {
  if (isDenied(error)) return null;
  throw error;
}

/**
 * The server's own actors have a dot in their names, which nobody else's may have (`SystemAccountService.ts`). Who was suspended
 * has joined; who is being deleted is listed until they are gone.
 */
function decodeJoined(value: RemoteValue): RemoteActivity | null {
  const id = value.at('id').id();
  const handle = userHandle(value);
  const at = value.at('createdAt').instant();
  const isBot = value.at('isBot').flagOr(false);
  if (handle.includes('.')) return null;
  return joinedActivity({ remoteId: id, handle, at, isBot, accountEnd: decodeEnd(value) });
}

/** Who gave up the account is suspended as well until it is gone. */
function decodeEnd(value: RemoteValue): RemoteAccountEnd | null {
  if (value.at('isDeleted').flagOr(false)) return { how: 'deleted', at: null };
  return value.at('isSuspended').flagOr(false) ? { how: 'removed', at: null } : null;
}
