/** How far posts were read: their numbers grow, also over those that are not shown. */
export interface PostsPlace {
  /** Everything up to this number was read. */
  readonly after: number;
  /** The newest number when this pass began; null between passes. */
  readonly until: number | null;
}

/** How far the list of members was read, oldest first. */
export interface JoinedPlace {
  /** Page to be read next, counted from 1. */
  readonly page: number;
  /** Milliseconds since 1970 at which the newest member read so far joined. */
  readonly seen: number | null;
}

export interface ActivityPlace {
  /** Which list is to be read next. */
  readonly turn: 'joined' | 'posts';
  readonly joined: JoinedPlace;
  readonly posts: PostsPlace;
}

const beginning: ActivityPlace = {
  turn: 'joined',
  joined: { page: 1, seen: null },
  posts: { after: 0, until: null },
};

/** A place as a cursor. */
export function writeActivityPlace({ turn, joined, posts }: ActivityPlace): string {
  return JSON.stringify([turn, joined.page, joined.seen, posts.after, posts.until]);
}

/** A cursor that can't be read starts from the beginning. */
export function readActivityPlace(cursor: string | null): ActivityPlace {
  if (cursor === null) return beginning;
  try {
    const [turn, page, seen, after, until] = JSON.parse(cursor) as unknown[];
    if (!isWhole(page) || page < 1 || !isWhole(after) || after < 0) return beginning;
    return {
      turn: turn === 'posts' ? 'posts' : 'joined',
      joined: { page, seen: isWhole(seen) ? seen : null },
      posts: { after, until: isWhole(until) ? until : null },
    };
  } catch {
    return beginning;
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
