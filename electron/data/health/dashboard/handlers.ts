import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import { answerAsJob } from '../../service/answer-as-job.ts';
import type { DataContext } from '../../service/context.ts';
import type { Handlers } from '../../service/handlers.ts';
import { Turns } from '../../service/turns.ts';
import { derive } from '../disclosure/derive.ts';
import { releaseDashboard } from '../disclosure/release-dashboard.ts';
import { releaseStatus } from '../disclosure/release-status.ts';
import { releaseWaiting } from '../disclosure/release-waiting.ts';
import { metricCsv, splitCsv } from '../metric-csv.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { frozenSplit } from '../split/frozen-splits.ts';
import { readSplitPage } from '../split/read-split-page.ts';
import { readDataStatus } from './data-status.ts';
import { frozenDashboards } from './frozen-dashboard.ts';
import { newestFrozenQuarter, periodOfQuarter } from './frozen-quarter.ts';
import { readDashboard } from './read-dashboard.ts';
import { readWaiting } from './read-waiting.ts';

type DashboardChannel =
  | 'health.dashboard'
  | 'health.metricCsv'
  | 'health.metricExport'
  | 'health.split'
  | 'health.splitCsv'
  | 'health.waiting'
  | 'health.status';

/** The calls of the dashboards. Screens are the team's; files come from a frozen quarter, by the rules of an export. */
export const dashboardHandlers: Handlers<DashboardChannel> = {
  'health.dashboard': (context, { communityId, jobId, ...question }) =>
    answerAsJob(context, jobId, async (job) => {
      const asked = { ...question, communityId: communityId as CommunityId };
      return releaseDashboard(await readDashboard(context, asked, job), 'team');
    }),

  'health.metricCsv': async (context, { communityId, metricId }) => {
    const csv = metricCsv(await exportedView(context, communityId, metricId), metricId);
    if (!csv) throw new HearthError('nothing-to-report');
    return csv;
  },

  'health.metricExport': async (context, { communityId, metricId }) => {
    const view = await exportedView(context, communityId, metricId);
    const chart = view.charts.find((one) => one.metricId === metricId);
    if (!chart) throw new HearthError('nothing-to-report');
    return derive(view, () => chart);
  },

  'health.split': (context, { communityId, jobId, ...question }) =>
    answerAsJob(context, jobId, (job) =>
      readSplitPage(context, { ...question, communityId: communityId as CommunityId }, job),
    ),

  'health.splitCsv': async (context, { communityId, metricId, ...question }) => {
    const quarter = newestFrozenQuarter(context, communityId as CommunityId);
    const view = await frozenSplit(context, quarter, question, new Turns());
    const csv = splitCsv(view, metricId, periodOfQuarter(quarter.firstDay));
    if (!csv) throw new HearthError('nothing-to-report');
    return csv;
  },

  'health.waiting': (context, { communityId, jobId }) =>
    answerAsJob(context, jobId, async (job) =>
      releaseWaiting(await readWaiting(context, communityId as CommunityId, job), context.clock.now()),
    ),

  'health.status': (context, { communityId, jobId }) =>
    answerAsJob(context, jobId, async (job) =>
      releaseStatus(await readDataStatus(context, communityId as CommunityId, job)),
    ),
};

/** The dashboard of a metric as it leaves, of the newest frozen quarter. */
async function exportedView(
  context: DataContext,
  communityId: number,
  metricId: string,
): Promise<Published<DashboardView>> {
  const module = catalogue.find(({ id }) => id === metricId);
  if (!module) throw new HearthError('not-found');
  const quarter = newestFrozenQuarter(context, communityId as CommunityId);
  const [view] = await frozenDashboards(context, quarter, null, [module.dashboard]);
  if (!view) throw new HearthError('nothing-to-report');
  return view;
}
