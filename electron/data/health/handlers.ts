import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { Handlers } from '../service/handlers.ts';
import { chartCsv } from './chart-csv.ts';
import { computeHealth } from './compute-health.ts';
import { releaseHealth } from './disclosure/release-health.ts';

/** The calls of the topic "health". Screens are the team's; files made from them follow the same rules. */
export const healthHandlers: Handlers<'health.view' | 'health.csv'> = {
  'health.view': (context, input) => {
    const question = { ...input, communityId: input.communityId as CommunityId, now: context.clock.now() };
    return releaseHealth(computeHealth(context.read, question), 'team');
  },

  'health.csv': (context, { metricId, ...input }) => {
    const question = { ...input, communityId: input.communityId as CommunityId, now: context.clock.now() };
    // A file leaves the team sooner or later: it is made by the rules of an export.
    const csv = chartCsv(releaseHealth(computeHealth(context.read, question), 'export'), metricId);
    if (!csv) throw new HearthError('nothing-to-report');
    return csv;
  },
};
