import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { searchCalls } from '../../../shared/ipc/topics/search.ts';
import type { Handlers } from '../service/handlers.ts';
import { search } from '../store/search/search.ts';

/** The call that finds texts. */
export const searchHandlers: Handlers<keyof typeof searchCalls> = {
  'search.find': (context, { query, kinds, communityIds, limit }) =>
    search(context.read, { query, kinds, communityIds: communityIds as CommunityId[], limit }),
};
