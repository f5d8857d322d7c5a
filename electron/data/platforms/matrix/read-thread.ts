import { decodeAnswer } from '../decode/decode-items.ts';
import { RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemotePost } from '../platform.ts';
import { contextPath, spoken } from './context-path.ts';
import { decodeEvent, isErased, memberOf } from './decode-event.ts';
import { accountFromId } from './decode-user.ts';
import { readPostId } from './matrix-id.ts';

/** Messages around a reported one, before and after together. */
const around = 12;

/**
 * What was said around a reported message. Synapse has this call for looking into reports; it shows an admin a few messages
 * of a room they are not in. Changes of the room itself are left out, and messages that were taken down. Empty when it can't
 * be had.
 */
export async function readThread(
  http: HttpClient,
  post: { readonly remoteId: string; readonly ownServer: string },
  signal: AbortSignal,
): Promise<RemotePost[]> {
  const place = readPostId(post.remoteId);
  if (!place) return [];
  const { roomId } = place;
  try {
    const { body } = await http.send({ method: 'GET', path: contextPath(place, around), signal });
    const read = (list: string) => readable(body, list, { origin: http.origin, roomId, ownServer: post.ownServer });
    // Those before come newest first.
    return decodeAnswer(body, () => [...read('events_before').reverse(), ...read('events_after')]);
  } catch (error) {
    if (error instanceof PlatformError && (error.code === 'not-found' || error.code === 'refused')) return [];
    throw error;
  }
}

function readable(
  body: unknown,
  list: string,
  at: { readonly origin: string; readonly roomId: string; readonly ownServer: string },
): RemotePost[] {
  const raws = memberOf(body, list);
  if (!Array.isArray(raws)) return [];
  return raws.flatMap((raw: unknown) => {
    try {
      const event = new RemoteValue(raw);
      if (!spoken.includes(event.at('type').textOr('')) || isErased(raw)) return [];
      const author = accountFromId(event.at('sender').id(), at.ownServer);
      return [decodeEvent(event, raw, { ...at, eventId: event.at('event_id').id(), author })];
    } catch (error) {
      // Context is a help, not evidence: a message that can't be read is left out.
      if (error instanceof ShapeError) return [];
      throw error;
    }
  });
}
