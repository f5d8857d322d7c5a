import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { searchCalls } from '../../../shared/ipc/topics/search.ts';
import type { Handlers } from '../service/handlers.ts';
import { reindex } from '../store/search/reindex.ts';
import { search } from '../store/search/search.ts';

/** The calls that find texts and that build the index anew. */
export const searchHandlers: Handlers<keyof typeof searchCalls | 'search.reindex'> = {
  'search.find': (context, { query, kinds, communityIds, limit }) =>
    search(context.read, { query, kinds, communityIds: communityIds as CommunityId[], limit }),

  'search.reindex': (context) => ({
    jobId: context.jobs.start('reindex', async (job) => {
      const onProgress = (done: number, total: number) => job.progress('index', done, total);
      return { rows: await reindex(context.write, { signal: job.signal, onProgress }) };
    }),
  }),
};
