import type { HttpClient } from '../http/http-client.ts';
import { joinedActivity } from '../joined-activity.ts';
import type { ActivityPage, RejectedItem } from '../platform.ts';
import { readUsers } from './user-list.ts';
import { readWalkPlace, type WalkPlace, walkByTime, walkStart } from './walk-by-time.ts';

const pageSize = 500;
/** Accounts carry whole seconds and may be written a little late. */
const settlingMs = 60_000;

/** One page of sign-ups newer than the cursor, oldest first. What members do after that stands in rooms, which nobody reads. */
export async function listSignUps(http: HttpClient, cursor: string | null, signal: AbortSignal): Promise<ActivityPage> {
  const rejected: RejectedItem[] = [];
  const stretch = await walkByTime(readPlace(cursor), { pageSize, settlingMs }, async (from, limit) => {
    const { rejected: unreadable, ...page } = await readUsers(http, from, limit, signal);
    rejected.push(...unreadable);
    return page;
  });
  const items = stretch.rows
    // Accounts made before times were kept have none.
    .filter((user) => user.joinedAt > 0)
    .map(({ userId, joinedAt: at, isBot, isDeactivated }) =>
      joinedActivity({
        remoteId: userId,
        handle: userId,
        at,
        isBot,
        // By whom nobody tells; the list leaves out who is suspended, so that it never says that somebody is not.
        ...(isDeactivated && { accountEnd: { how: 'deleted', at: null } as const }),
      }),
    );
  const next = stretch.next === null ? null : JSON.stringify(stretch.next);
  return { items, rejected, next, resume: next ?? JSON.stringify(stretch.rest) };
}

function readPlace(cursor: string | null): WalkPlace {
  if (cursor === null) return walkStart;
  try {
    return readWalkPlace(JSON.parse(cursor)) ?? walkStart;
  } catch {
    return walkStart;
  }
}
