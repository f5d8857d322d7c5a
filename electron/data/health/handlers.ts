import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { answerAsJob } from '../service/answer-as-job.ts';
import type { Handlers } from '../service/handlers.ts';
import { chartCsv } from './chart-csv.ts';
import { newestFrozenQuarter } from './dashboard/frozen-quarter.ts';
import { derive } from './disclosure/derive.ts';
import { releaseHealth } from './disclosure/release-health.ts';
import { withChangeSince } from './findings/change-since.ts';
import { frozenHealth } from './frozen-health.ts';
import { readHealthView } from './read-health-view.ts';
import { toldBefore } from './told-before.ts';

/** The calls of the topic "health". Screens are the team's; files come from a frozen quarter, by the rules of an export. */
export const healthHandlers: Handlers<'health.view' | 'health.csv' | 'health.viewExport'> = {
  'health.view': (context, { jobId, communityId, ...input }) =>
    answerAsJob(context, jobId, async (job) => {
      const question = { ...input, communityId: communityId as CommunityId };
      const view = releaseHealth(await readHealthView(context, question, job), 'team');
      if (question.spaceId !== null) return view;
      const before = toldBefore(context.write, { ...question, upTo: Number.MAX_SAFE_INTEGER });
      return before ? derive(view, (told) => withChangeSince(told, before)) : view;
    }),

  'health.csv': async (context, { metricId, communityId, ...question }) => {
    const quarter = newestFrozenQuarter(context, communityId as CommunityId);
    const csv = chartCsv(await frozenHealth(context, quarter, question), metricId);
    if (!csv) throw new HearthError('nothing-to-report');
    return csv;
  },

  'health.viewExport': async (context, { metricId, communityId, ...question }) => {
    const view = await frozenHealth(context, newestFrozenQuarter(context, communityId as CommunityId), question);
    if (!view[VIEW_PARTS[metricId]]) throw new HearthError('nothing-to-report');
    return view;
  },
};

/** Where a view holds each of its charts. */
const VIEW_PARTS = { Z4: 'retention', Z8: 'stay', Z9: 'lifeCycle', R8: 'reciprocity' } as const;
