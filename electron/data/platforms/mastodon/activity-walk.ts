import type { Instant } from '../../../../shared/domain/ids.ts';

/** Where a pass through members and what they wrote stands. */
export interface ActivityWalk {
  /** What was written before is known; null when nothing is. */
  readonly since: Instant | null;
  /** When this pass began; null between passes. */
  readonly began: Instant | null;
  /** The page of members that comes next; null for the first one when the pass begins, and else when there is none. */
  readonly members: string | null;
  /** Members of the last page whose posts are still to be read, the first of them now. */
  readonly waiting: readonly string[];
  /** The page of that member's posts that comes next; null for their newest. */
  readonly older: string | null;
}

const start: ActivityWalk = { since: null, began: null, members: null, waiting: [], older: null };

/** Writes a walk as a cursor. */
export function writeWalk({ since, began, members, waiting, older }: ActivityWalk): string {
  return JSON.stringify([since, began, members, waiting, older]);
}

/** Reads a cursor. One that can't be read starts from the beginning, which only costs requests. */
export function readWalk(cursor: string | null): ActivityWalk {
  if (cursor === null) return start;
  try {
    const [since, began, members, waiting, older] = JSON.parse(cursor) as unknown[];
    const isTime = (value: unknown): value is Instant | null => value === null || Number.isSafeInteger(value);
    const isPath = (value: unknown): value is string | null => value === null || typeof value === 'string';
    const areIds = Array.isArray(waiting) && waiting.every((id) => typeof id === 'string' && id !== '');
    if (!isTime(since) || !isTime(began) || !isPath(members) || !isPath(older) || !areIds) return start;
    return { since, began, members, waiting, older };
  } catch {
    return start;
  }
}
