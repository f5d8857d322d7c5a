import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import type { DataContext } from '../service/context.ts';
import type { ReadDb, WriteDb } from '../store/db.ts';
import { getSetting, removeSetting, setSetting } from '../store/settings/settings.ts';
import { findActivityReading, postponeActivities } from '../store/sync-state/activity-reading.ts';
import { recordTrouble } from '../store/sync-state/commands.ts';
import { findSyncState } from '../store/sync-state/queries.ts';
import { inTransaction } from '../store/transaction.ts';

/** Nothing is ever put off for longer than this, in milliseconds. */
const longestWaitMs = 61 * 60_000;

/** What kind of trouble a new network, or waking up, may have ended. */
const ofTheConnection: readonly (string | null)[] = [
  'offline',
  'unknown-host',
  'untrusted',
  'captive',
  'timeout',
  'malformed-answer',
];

function intervalKey(communityId: CommunityId): string {
  return `internal.syncEveryMinutes.${communityId}`;
}

/** The interval that was set for this community alone, in minutes; null where none was. */
export function ownInterval(db: ReadDb, communityId: CommunityId): number | null {
  const own = getSetting(db, intervalKey(communityId));
  return typeof own === 'number' ? own : null;
}

/** Minutes between two readings of a community; 0 when it is read only on request. */
export function minutesBetweenReadings(
  context: Pick<DataContext, 'write' | 'setting'>,
  communityId: CommunityId,
): number {
  return ownInterval(context.write, communityId) ?? context.setting<number>('sync.everyMinutes');
}

/** Sets the interval of one community; null gives it that of all again. */
export function setMinutesBetweenReadings(db: WriteDb, communityId: CommunityId, minutes: number | null): void {
  if (minutes === null) removeSetting(db, intervalKey(communityId));
  else setSetting(db, intervalKey(communityId), minutes);
}

/** A time that lies further ahead than anything is put off was written before the clock was set back: it has come. */
export function soon(at: Instant, now: Instant): Instant {
  return at > now + longestWaitMs ? 0 : at;
}

/** A time to be shown; null for what is not planned. */
export function finite(at: Instant): Instant | null {
  return Number.isFinite(at) ? at : null;
}

/** Asking does not help against a limit, nor against a person who has stopped it; against everything else it might. */
export function mayAskForActivities(db: ReadDb, communityId: CommunityId, now: Instant): boolean {
  const { paused, next_at: nextAt, failures, filled_at: filledAt } = findActivityReading(db, communityId);
  const isHeld = failures === 0 && filledAt === null && soon(nextAt ?? 0, now) > now;
  return paused === 0 && !isHeld;
}

/** Lets what failed for want of a connection be tried again at once. How often it failed stays, so that it is not tried for ever. */
export function forgetWait(db: WriteDb, communityId: CommunityId): void {
  const state = findSyncState(db, communityId);
  const reading = findActivityReading(db, communityId);
  inTransaction(db, () => {
    if (state.failures > 0 && ofTheConnection.includes(state.last_error_code)) {
      recordTrouble(db, communityId, { failures: state.failures, code: state.last_error_code, retryAt: 0 });
    }
    if (reading.failures > 0) postponeActivities(db, communityId, { nextAt: 0, failures: reading.failures });
  });
}
