import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { withSpareRequests } from '../../platforms/http/spare-requests.ts';
import {
  type ActivityPage,
  type PlatformConnector,
  PlatformError,
  type RejectedItem,
  type RemoteActivity,
} from '../../platforms/platform.ts';
import { readListedSpan } from '../../store/activities/message-queries.ts';
import { findCommunity } from '../../store/communities/queries.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import {
  findActivityReading,
  noteActivitiesCaughtUp,
  noteActivitySpan,
  postponeActivities,
} from '../../store/sync-state/activity-reading.ts';
import { saveCursor } from '../../store/sync-state/commands.ts';
import { findCursor } from '../../store/sync-state/queries.ts';
import { noteSourceMissed, noteSourceRead } from '../../store/sync-state/sources.ts';
import { inTransaction } from '../../store/transaction.ts';
import { forgetReread } from '../../store/unread/commands.ts';
import { nextAttemptAt } from '../back-off.ts';
import { errorCodeOf, isAbort } from '../platform-trouble.ts';
import { createPageGuard } from '../pull/page-guard.ts';
import { goBackForUnread } from '../pull/read-unread.ts';
import { setAside } from '../pull/set-aside.ts';
import type { SyncTools } from '../tools.ts';
import { type ActivityTaker, createActivityTaker } from './activity-taker.ts';
import { isSoundActivity } from './sound-activity.ts';

/** How often a list that was read to its end is looked at again, in milliseconds. */
const lookAgainMs = 60 * 60_000;

export interface ActivityRequest {
  readonly communityId: CommunityId;
  readonly connector: PlatformConnector;
  readonly signal: AbortSignal;
  readonly progress: () => void;
}

/** `caught-up`: everything there is here. `waiting`: the pace, the network or the server say "later". */
export type ActivityOutcome = 'caught-up' | 'paused' | 'waiting' | 'cancelled' | 'not-offered';

/**
 * Reads members' activities from where it stopped, page by page, with requests that nothing else needs. Oldest first, as
 * the platform's interface goes: whoever is met first is then met at their beginning, so that nobody long there is taken for
 * a newcomer, and a stop leaves a span without holes, up to which every number is right. Never throws for trouble with the
 * platform; that is written down and answered.
 */
export async function readActivities(tools: SyncTools, request: ActivityRequest): Promise<ActivityOutcome> {
  const { context } = tools;
  const { write, clock } = context;
  const { communityId } = request;
  const community = findCommunity(write, communityId);
  if (!community) return 'not-offered';
  // Whether there is such a list is the connector's to say: capabilities say what it is worth.
  if (request.connector.listActivities === undefined) {
    postponeActivities(write, communityId, { nextAt: clock.now() + lookAgainMs, failures: 0 });
    return 'not-offered';
  }
  try {
    return await readPages(tools, request, community.timeZone);
  } catch (error) {
    const trouble = storeErrorFrom(error);
    if (trouble) throw trouble;
    if (isAbort(error)) return 'cancelled';
    postpone(tools, communityId, error);
    if (!(error instanceof PlatformError)) throw error;
    return 'waiting';
  }
}

/** Also after a fault of Hearth's own: it would be met again at once, with a request each time. */
function postpone(tools: SyncTools, communityId: CommunityId, error: unknown): void {
  const { write, clock } = tools.context;
  const { code, retryAt } = error instanceof PlatformError ? error : { code: null, retryAt: null };
  inTransaction(write, () => {
    const before = findActivityReading(write, communityId).failures;
    // Being asked to slow down, or having nothing to spare, is how this goes and no failure.
    const failures = code === 'rate-limited' ? 0 : before + 1;
    const nextAt = nextAttemptAt(clock.now(), Math.max(1, failures), retryAt, tools.random);
    postponeActivities(write, communityId, { nextAt, failures });
    noteSourceMissed(write, communityId, 'activities', { at: clock.now(), code: errorCodeOf(error) });
  });
}

async function readPages(tools: SyncTools, request: ActivityRequest, timeZone: string): Promise<ActivityOutcome> {
  const { context } = tools;
  const { write, clock } = context;
  const { communityId, connector, signal } = request;
  const guard = createPageGuard();
  const taker = createActivityTaker(write, { communityId, timeZone, now: clock.now() });
  goBackForUnread(request, tools, 'activities', 'activities');
  let cursor = findCursor(write, communityId, 'activities');
  for (;;) {
    if (signal.aborted) return 'cancelled';
    if (findActivityReading(write, communityId).paused === 1) return 'paused';
    if (!context.network.mayConnect()) return 'waiting';
    const from = cursor;
    const page = await withSpareRequests(() => connector.listActivities?.(from, signal));
    if (!page || signal.aborted) return 'cancelled';
    // Erased meanwhile: whatever comes of this is wanted by nobody.
    if (!findCommunity(write, communityId)) return 'cancelled';
    takePage(tools, request, { page, from, taker });
    request.progress();
    if (page.next === null) return 'caught-up';
    // Numbers may have long gaps, and steps over those bring nothing. Each moves on, and the pace bounds them.
    guard.check(page.next, 1);
    cursor = page.next;
  }
}

function takePage(
  tools: SyncTools,
  request: ActivityRequest,
  read: { page: ActivityPage; from: string | null; taker: ActivityTaker },
): void {
  const { context } = tools;
  const { write, clock } = context;
  const { communityId } = request;
  const { page, from, taker } = read;
  const now = clock.now();
  const sound = page.items.filter((one) => isSoundActivity(one, now));
  const unsound = page.items.flatMap((one, position): RejectedItem[] =>
    isSoundActivity(one, now) ? [] : [{ position, problem: 'activity: not fit to be kept', raw: one, remoteId: null }],
  );
  const isNews = inTransaction(write, () => {
    const isNews = taker.take(sound);
    // Nothing can be asked for by its id here: its list is the only way back to it.
    const nameless = [...page.rejected, ...unsound].map((one) => ({ ...one, remoteId: null }));
    setAside(tools, communityId, { list: 'activities', cursor: from, generation: 0 }, nameless);
    const isWhole = !page.isBackwards || page.next === null;
    const span = page.isBackwards ? readListedSpan(write, communityId) : spanOf(sound);
    if (span && isWhole) noteActivitySpan(write, communityId, span);
    if (page.resume !== null) saveCursor(write, communityId, 'activities', page.resume, now);
    if (page.next === null) {
      noteActivitiesCaughtUp(write, communityId, now, now + lookAgainMs);
      noteSourceRead(write, communityId, 'activities', now);
      forgetReread(write, communityId, 'activities');
    }
    return isNews;
  });
  if (isNews) context.changed(['activities']);
}

/** Platforms list who joined before what was said: that is no place up to which everything would be here. */
function spanOf(page: readonly RemoteActivity[]): { from: Instant; to: Instant } | null {
  const times = page.filter(({ kind }) => kind !== 'joined').map(({ at }) => at);
  return times.length === 0 ? null : { from: Math.min(...times), to: Math.max(...times) };
}
