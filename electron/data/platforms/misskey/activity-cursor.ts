import { lowestId } from './id-order.ts';

/** How far the list of accounts was read, oldest first. Its pages are counted from the beginning. */
export interface JoinedPlace {
  /** How many accounts stand before the page that comes next. */
  readonly offset: number;
  /** Greatest identifier read so far. */
  readonly since: string;
  /** Everything up to this identifier is surely known. */
  readonly settled: string;
  /** How many accounts stood before that one when it was last met. Those that are deleted make it fewer, and nothing more. */
  readonly settledOffset: number;
}

export interface ActivityPlace {
  /** Which list is to be read next. */
  readonly turn: 'joined' | 'notes';
  readonly joined: JoinedPlace;
  /** Cursor of the list of notes, as `upward.ts` writes it; null for its beginning. */
  readonly notes: string | null;
}

const noneJoined: JoinedPlace = { offset: 0, since: lowestId, settled: lowestId, settledOffset: 0 };

/** A place as a cursor. */
export function writeActivityPlace({ turn, joined, notes }: ActivityPlace): string {
  return JSON.stringify([turn, joined.offset, joined.since, joined.settled, joined.settledOffset, notes]);
}

/**
 * A cursor as a place. Earlier versions listed notes alone: theirs is the cursor of that list, which goes on where it was. One
 * that can't be read starts from the beginning.
 */
export function readActivityPlace(cursor: string | null): ActivityPlace {
  const before: ActivityPlace = { turn: 'joined', joined: noneJoined, notes: cursor };
  try {
    const [turn, offset, since, settled, settledOffset, notes] = JSON.parse(cursor ?? '') as unknown[];
    const areCounts = isCount(offset) && isCount(settledOffset);
    if (!areCounts || !isId(since) || !isId(settled) || !(notes === null || typeof notes === 'string')) return before;
    const joined = { offset, since, settled, settledOffset };
    return { turn: turn === 'notes' ? 'notes' : 'joined', joined, notes };
  } catch {
    return before;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-zA-Z0-9]+$/.test(value);
}
