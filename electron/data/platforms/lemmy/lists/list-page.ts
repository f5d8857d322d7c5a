import { PlatformError } from '../../platform.ts';

/** Where to go on in a list; only the dialect that made it understands it. Small enough to be stored. */
export type Place = string;

/** From which end a list is read. */
export type Order = 'newest' | 'oldest';

/** A page of a list that changes while it is read. */
export interface ListPage<Entry> {
  readonly entries: readonly Entry[];
  /** Null at the end. */
  readonly next: Place | null;
  /** The list goes on, but the server lets nobody read further. */
  readonly isCut: boolean;
}

/** The server no longer knows the place: start over. Never leaves this folder. */
class LostPlace extends Error {}

/** Asks for a page, and calls its place lost when the refusal means that. */
export async function askAt<Answer>(
  place: Place | null,
  meansLost: (error: PlatformError) => boolean,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (place !== null && error instanceof PlatformError && meansLost(error)) {
      throw new LostPlace('the server no longer knows this place', { cause: error });
    }
    throw error;
  }
}

/** Reads from a place, and from the beginning when the place is lost. */
export async function readFrom<Page>(place: Place | null, read: (place: Place | null) => Promise<Page>): Promise<Page> {
  try {
    return await read(place);
  } catch (error) {
    if (error instanceof LostPlace && place !== null) return await read(null);
    throw error;
  }
}
