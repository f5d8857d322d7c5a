import { digest } from '../decode/digest.ts';
import type { Place } from './lists/list-page.ts';
import type { LemmyServer } from './server.ts';

/** The newest items of each kind that were read, by their numbers. Everything up to them is known. */
export type Marks = Readonly<Record<string, number>>;

/** A reading under way: from the newest item of each list back to what is known. */
export interface Walk {
  readonly list: string;
  readonly place: Place | null;
  /** The newest numbers found; they become the marks when the walk is through. */
  readonly top: Marks;
}

/** What is stored between pages and between passes. */
export interface WalkPosition {
  readonly marks: Marks;
  readonly walk: Walk | null;
}

/**
 * What may be seen. When it grows, as when somebody becomes a moderator somewhere else, older items appear behind the marks;
 * and places in a list are worth nothing to another version. So either starts the reading over.
 */
function scopeOf({ dialect, isAdmin, moderates }: LemmyServer): { readonly sees: string; readonly speaks: string } {
  const communities = [...moderates].sort((a, b) => a - b);
  return { sees: isAdmin ? 'everything' : digest(communities).slice(0, 16), speaks: dialect.name };
}

interface Stored extends WalkPosition {
  readonly sees: string;
  readonly speaks: string;
}

/** Reads a stored cursor. One that can't be read, or is of other rights, starts at the beginning. */
export function readPosition(cursor: string | null, server: LemmyServer): WalkPosition {
  const start: WalkPosition = { marks: {}, walk: null };
  if (cursor === null) return start;
  const scope = scopeOf(server);
  try {
    const { sees, speaks, marks, walk } = JSON.parse(cursor) as Stored;
    if (sees !== scope.sees) return start;
    return { marks: marks ?? {}, walk: speaks === scope.speaks ? (walk ?? null) : null };
  } catch {
    return start;
  }
}

export function writePosition(position: WalkPosition, server: LemmyServer): string {
  return JSON.stringify({ ...scopeOf(server), ...position } satisfies Stored);
}

/** The larger number of each kind. */
export function laterMarks(one: Marks, other: Marks): Marks {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, Math.max(one[kind] ?? 0, other[kind] ?? 0)]));
}
