import type { Instant } from '../../../../shared/domain/ids.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { itemsOf, lowestId, newestId } from './id-order.ts';

/**
 * A place in a list that is read upwards by `sinceId`, oldest first. Identifiers are made before a row is written, and by
 * several processes: one can appear a moment after a greater one. So a pass ends at what is surely complete, and the next
 * one reads the last minutes again.
 */
export interface Place {
  readonly since: string;
  /** Everything up to here is surely known once the pass is through. */
  readonly settled: string;
  /** Nothing of this list was read before this pass. */
  readonly isFirst: boolean;
}

const settledAfterMs = 5 * 60_000;

/** A cursor as a place. None, or one that can't be read, is the beginning. */
export function readPlace(cursor: string | null): Place {
  const [, since, settled, pass] = /^([a-zA-Z0-9]+)\.([a-zA-Z0-9]+)\.(first|later)$/.exec(cursor ?? '') ?? [];
  if (since === undefined || settled === undefined)
    return { since: lowestId, settled: lowestId, isFirst: cursor === null };
  return { since, settled, isFirst: pass === 'first' };
}

/** How far a page reaches: its greatest identifier, and the greatest up to which nothing can appear any more. */
export function reachOf(
  place: Pick<Place, 'since' | 'settled'>,
  answer: HttpAnswer,
): { readonly newest: string; readonly settled: string } {
  const items = itemsOf(answer.body);
  const before = serverTime(answer) - settledAfterMs;
  const complete = items.filter(({ createdAt }) => createdAt !== null && createdAt < before);
  return { newest: newestId(items, place.since), settled: newestId(complete, place.settled) };
}

/** Where to go on after a page. The pass ends with a page that brings nothing new: short ones prove nothing. */
export function afterPage(place: Place, answer: HttpAnswer): { readonly next: string | null; readonly resume: string } {
  const { newest, settled } = reachOf(place, answer);
  if (newest === place.since) {
    return { next: null, resume: write({ since: place.settled, settled: place.settled, isFirst: false }) };
  }
  const here = write({ since: newest, settled, isFirst: place.isFirst });
  return { next: here, resume: here };
}

function write({ since, settled, isFirst }: Place): string {
  return `${since}.${settled}.${isFirst ? 'first' : 'later'}`;
}

function serverTime(answer: HttpAnswer): Instant {
  const at = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(at) ? Date.now() : at;
}
