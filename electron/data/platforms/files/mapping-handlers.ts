import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DataContext } from '../../service/context.ts';
import type { Handlers } from '../../service/handlers.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { listMappings, removeMapping, renameMapping, saveMapping } from '../../store/imports/saved-mappings.ts';
import { inTransaction } from '../../store/transaction.ts';

type MappingChannel = 'mappings.list' | 'mappings.save' | 'mappings.rename' | 'mappings.remove';

/** The calls of the topic "mappings". */
export const mappingHandlers: Handlers<MappingChannel> = {
  'mappings.list': (context, { communityId }) => listMappings(context.read, known(context, communityId)),
  'mappings.save': (context, { communityId, saved }) =>
    written(context, () => saveMapping(context.write, known(context, communityId), saved)),
  'mappings.rename': (context, { communityId, to, ...which }) =>
    written(context, () => renameMapping(context.write, known(context, communityId), which, to)),
  'mappings.remove': (context, { communityId, ...which }) =>
    written(context, () => removeMapping(context.write, known(context, communityId), which)),
};

/** A setting of a community that is not there would wait for the next one that gets its number. */
function known(context: DataContext, id: number): CommunityId {
  const communityId = id as CommunityId;
  if (!readCommunityFacts(context.read, communityId)) throw new HearthError('not-found');
  return communityId;
}

function written(context: DataContext, change: () => void): null {
  inTransaction(context.write, change);
  context.changed(['imports']);
  return null;
}
