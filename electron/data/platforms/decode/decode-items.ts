import { PlatformError, type RejectedItem } from '../platform.ts';
import { RemoteValue, ShapeError } from './remote-value.ts';

/**
 * Reads every item of a list by itself: one that has not the shape it should have is set aside whole, with the field that
 * is wrong, and the others are used. An answer that is no list at all is malformed. `idOf` tells the id of an item from its
 * surroundings alone; `id` at its top unless told otherwise.
 */
export function decodeItems<Item>(
  body: unknown,
  decode: (item: RemoteValue, raw: unknown) => Item,
  idOf: (item: RemoteValue) => string = (item) => item.at('id').id(),
): { items: Item[]; rejected: RejectedItem[] } {
  if (!Array.isArray(body)) throw new PlatformError('malformed');
  const items: Item[] = [];
  const rejected: RejectedItem[] = [];
  for (const [position, raw] of body.entries()) {
    try {
      items.push(decode(new RemoteValue(raw), raw));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      rejected.push({ position, problem: error.problem, raw, remoteId: idOrNull(raw, idOf) });
    }
  }
  return { items, rejected };
}

function idOrNull(raw: unknown, idOf: (item: RemoteValue) => string): string | null {
  try {
    return idOf(new RemoteValue(raw));
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

/** Reads an answer that is one object, and calls it malformed when it has not the shape it should have. */
export function decodeAnswer<Item>(body: unknown, decode: (value: RemoteValue, raw: unknown) => Item): Item {
  try {
    return decode(new RemoteValue(body), body);
  } catch (error) {
    throw error instanceof ShapeError ? new PlatformError('malformed') : error;
  }
}
