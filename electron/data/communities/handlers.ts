import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { communityCalls } from '../../../shared/ipc/topics/communities.ts';
import { isKnownZone, localDaysIn } from '../health/calendar/local-days.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { rebuildRollups } from '../store/activities/rebuild-rollups.ts';
import { createImportCommunity, updateCommunity } from '../store/communities/commands.ts';
import { listCommunities } from '../store/communities/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireCommunity } from './add-community.ts';
import { attemptsOf } from './attempts.ts';
import { disconnect, erase, tokenEndOf } from './disconnect.ts';
import { practiceOf } from './practice.ts';
import { changePromise, readPromise } from './reply-promise.ts';
import { changeRuleLane, listRules } from './rules.ts';
import { cancelDetecting, connectWithPassword, connectWithToken, detectServer } from './sign-in.ts';
import { chooseTeamCounted, teamRuleOf } from './team-rule.ts';

/** The calls of the topic "communities", the practice community among them; filling one is in identity/made-up-network.ts. */
export const communityHandlers: Handlers<
  Exclude<keyof typeof communityCalls, 'practice.fillHealth' | 'practice.generate'>
> = {
  'communities.list': (context) => listCommunities(context.write),

  'communities.connect': (context, { address }) => attemptsOf(context).start(address),
  'communities.connectState': (context, { attemptId }) => attemptsOf(context).state(attemptId),
  'communities.cancelConnect': (context, { attemptId }) => {
    attemptsOf(context).cancel(attemptId);
    return null;
  },

  'communities.detect': (context, { address }) => detectServer(context, address),
  'communities.cancelDetect': (context) => {
    cancelDetecting(context);
    return null;
  },
  'communities.connectWithToken': (context, { address, token, userName }) =>
    connectWithToken(context, { address, token, userName }),
  'communities.connectWithPassword': (context, input) => connectWithPassword(context, input),

  'communities.createForImport': (context, { name, timeZone, holdsPersonalData, dataBegin }) => {
    requireZone(timeZone);
    const id = inTransaction(context.write, () => {
      const at = context.clock.now();
      const made = createImportCommunity(context.write, { name, timeZone, holdsPersonalData, dataBegin, at });
      recordEvent(context, 'community.created', made);
      return made;
    });
    context.changed(['communities']);
    return requireCommunity(context, id);
  },

  'communities.update': (context, { communityId: id, ...change }) => {
    const communityId = id as CommunityId;
    const community = requireCommunity(context, communityId);
    const zone = change.timeZone === undefined || change.timeZone === community.timeZone ? null : change.timeZone;
    if (zone !== null) requireMovable(context, zone);
    inTransaction(context.write, () => {
      updateCommunity(context.write, communityId, change);
      // Activities carry the calendar day they fell on, which is another one in another zone.
      if (zone !== null) rebuildRollups(context.write, communityId, localDaysIn(zone).dayOf);
      recordEvent(context, 'community.changed', communityId);
    });
    if (zone !== null) context.changed(['activities']);
    context.changed(['communities', 'queue', 'case']);
    return requireCommunity(context, communityId);
  },

  'communities.promise': (context, { communityId }) => readPromise(context, communityId as CommunityId),
  'communities.setPromise': (context, { communityId, hours }) => {
    changePromise(context, communityId as CommunityId, hours);
    return readPromise(context, communityId as CommunityId);
  },
  'communities.teamRule': (context, { communityId }) => teamRuleOf(context, communityId as CommunityId),
  'communities.setTeamCounted': (context, { communityId, isCounted }) =>
    chooseTeamCounted(context, communityId as CommunityId, isCounted),

  'communities.rules': (context, { communityId }) => listRules(context, communityId as CommunityId),
  'communities.setRuleLane': (context, { communityId, ruleId, lane }) => {
    changeRuleLane(context, { communityId: communityId as CommunityId, ruleId, lane });
    return null;
  },

  'communities.tokenEnd': (context, { communityId }) => ({ by: tokenEndOf(context, communityId as CommunityId) }),
  'communities.disconnect': (context, { communityId }) => disconnect(context, communityId as CommunityId),
  'communities.erase': (context, { communityId }) => {
    erase(context, communityId as CommunityId);
    return null;
  },

  'practice.state': (context) => practiceOf(context).state(),
  'practice.start': (context) => practiceOf(context).start(),
  'practice.stop': (context) => practiceOf(context).stop(),
  'practice.setFault': (context, { fault }) => practiceOf(context).setFault(fault),
};

/** A running import counts its days in the old zone, so the community stays where it is until that has ended. */
function requireMovable(context: DataContext, zone: string): void {
  requireZone(zone);
  if (context.jobs.isBusy('import')) throw new HearthError('busy');
}

function requireZone(timeZone: string): void {
  if (!isKnownZone(timeZone)) throw new HearthError('time-zone-unknown');
}
