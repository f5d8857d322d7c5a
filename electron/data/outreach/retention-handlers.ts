import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { readCommunityFacts } from '../store/activities/community-facts.ts';
import { readKeeping, writeKeeping } from '../store/outreach/keeping.ts';
import { inTransaction } from '../store/transaction.ts';
import { eraseOld, previewOldRecords } from './record-retention.ts';

type RetentionChannel = 'records.keeping' | 'records.older' | 'records.setKeeping' | 'records.eraseOld';

/** A choice takes effect after a day: until then it can be taken back, and nothing is gone. */
const WAITS_MS = 24 * 60 * 60_000;

/** The calls about how long lists of people are kept. */
export const retentionHandlers: Handlers<RetentionChannel> = {
  'records.keeping': (context, { communityId }) => readKeeping(context.read, communityId as CommunityId),

  'records.older': (context, { communityId, years }) => previewOldRecords(context, communityId as CommunityId, years),

  'records.setKeeping': (context, { communityId: id, years }) => {
    const communityId = id as CommunityId;
    requireCommunity(context, communityId);
    const keeping = years === null ? null : { years, erasesFrom: context.clock.now() + WAITS_MS };
    inTransaction(context.write, () => {
      writeKeeping(context.write, communityId, keeping);
      recordEvent(context, 'records.keeping-set', communityId, { years });
    });
    context.changed(['records']);
    return keeping;
  },

  'records.eraseOld': (context, { communityId: id }) => {
    const communityId = id as CommunityId;
    requireCommunity(context, communityId);
    if (!readKeeping(context.write, communityId)) throw new HearthError('not-permitted');
    eraseOld(context, communityId);
    return null;
  },
};

function requireCommunity(context: DataContext, communityId: CommunityId): void {
  if (!readCommunityFacts(context.read, communityId)) throw new HearthError('not-found');
}
