import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { withSpareRequests } from '../../platforms/http/spare-requests.ts';
import {
  type ActivityPage,
  type PlatformConnector,
  PlatformError,
  type RejectedItem,
} from '../../platforms/platform.ts';
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
  if (!community || !isOffered(community.capabilities, request.connector)) return 'not-offered';
  try {
    return await readPages(tools, request, community.timeZone);
  } catch (error) {
    const trouble = storeErrorFrom(error);
    if (trouble) throw trouble;
    if (isAbort(error)) return 'cancelled';
    if (!(error instanceof PlatformError)) throw error;
    inTransaction(write, () => {
      const before = findActivityReading(write, communityId).failures;
      // Being asked to slow down, or having nothing to spare, is how this goes and no failure.
      const failures = error.code === 'rate-limited' ? 0 : before + 1;
      const nextAt = nextAttemptAt(clock.now(), Math.max(1, failures), error.retryAt, tools.random);
      postponeActivities(write, communityId, { nextAt, failures });
      noteSourceMissed(write, communityId, 'activities', { at: clock.now(), code: errorCodeOf(error) });
    });
    return 'waiting';
  }
}

/** Whether there is anything to read. */
export function isOffered(
  capabilities: { readonly activities?: boolean } | null,
  connector: Pick<PlatformConnector, 'listActivities'>,
): boolean {
  return capabilities?.activities === true && connector.listActivities !== undefined;
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
    guard.check(page.next, page.items.length + page.rejected.length);
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
  const added = inTransaction(write, () => {
    const outcome = taker.take(sound);
    // Nothing can be asked for by its id here: its list is the only way back to it.
    const nameless = [...page.rejected, ...unsound].map((one) => ({ ...one, remoteId: null }));
    setAside(tools, communityId, { list: 'activities', cursor: from, generation: 0 }, nameless);
    const span = spanOf(sound.map(({ at }) => at));
    if (span) noteActivitySpan(write, communityId, span);
    if (page.resume !== null) saveCursor(write, communityId, 'activities', page.resume, now);
    if (page.next === null) {
      noteActivitiesCaughtUp(write, communityId, now, now + lookAgainMs);
      noteSourceRead(write, communityId, 'activities', now);
      forgetReread(write, communityId, 'activities');
    }
    return outcome.added;
  });
  if (added > 0) context.changed(['activities']);
}

function spanOf(times: readonly Instant[]): { from: Instant; to: Instant } | null {
  if (times.length === 0) return null;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of times) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { from, to };
}
