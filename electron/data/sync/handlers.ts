import type { CommunityId, DecisionId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { syncCalls } from '../../../shared/ipc/topics/sync.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { confirmAgain } from '../store/actions/commands.ts';
import { listActionsOfDecision } from '../store/actions/queries.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { setSetting } from '../store/settings/settings.ts';
import { setActivitiesPaused } from '../store/sync-state/activity-reading.ts';
import { inTransaction } from '../store/transaction.ts';
import { readOutbox, readOutboxNotes } from './read-status.ts';
import { setMinutesBetweenReadings } from './schedule.ts';
import { syncOf } from './sync-of.ts';

function remoteCommunity(context: DataContext, id: number): CommunityId {
  const community = findCommunity(context.write, id as CommunityId);
  if (!community || community.platform === 'import') throw new HearthError('not-found');
  return community.id;
}

/** The calls about reading from communities and sending to them. */
export const syncHandlers: Handlers<keyof typeof syncCalls> = {
  'sync.status': (context) => syncOf(context).status(),
  'sync.start'(context, input) {
    // Answers at once: progress comes with the status.
    syncOf(context)
      .sync(input.communityId as CommunityId | undefined)
      .catch(() => undefined);
    return null;
  },
  'sync.cancel'(context, input) {
    syncOf(context).cancel(input.communityId as CommunityId | undefined);
    return null;
  },
  'sync.setWorkOffline'(context, input) {
    inTransaction(context.write, () => setSetting(context.write, 'internal.workOffline', input.workOffline));
    if (input.workOffline) syncOf(context).cancel();
    syncOf(context).wake();
    return syncOf(context).status();
  },
  'sync.freshness': (context) => syncOf(context).freshness(),
  'sync.setInterval'(context, input) {
    const communityId = remoteCommunity(context, input.communityId);
    inTransaction(context.write, () => setMinutesBetweenReadings(context.write, communityId, input.everyMinutes));
    context.changed(['communities']);
    syncOf(context).wake();
    return null;
  },
  'sync.pauseActivities'(context, input) {
    setActivitiesPaused(context.write, remoteCommunity(context, input.communityId), input.paused);
    syncOf(context).wake();
    return null;
  },
  'outbox.list': (context) => readOutbox(context.write),
  'outbox.notes': (context) => readOutboxNotes(context.write),
  async 'outbox.send'(context) {
    await syncOf(context).send();
    return syncOf(context).status();
  },
  'outbox.retry'(context, input) {
    const actions = listActionsOfDecision(context.write, input.decisionId as DecisionId);
    const failed = actions.filter((one) => one.state === 'failed');
    if (failed.length === 0) throw new HearthError('not-found');
    const now = context.clock.now();
    inTransaction(context.write, () => {
      for (const action of failed) confirmAgain(context.write, action, now);
    });
    context.changed(['outbox', 'queue', 'case'], [...new Set(failed.map((one) => one.case_id))]);
    syncOf(context).wake();
    return null;
  },
};
