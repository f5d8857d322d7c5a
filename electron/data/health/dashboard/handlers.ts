import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { Handlers } from '../../service/handlers.ts';
import { releaseDashboard } from '../disclosure/release-dashboard.ts';
import { releaseStatus } from '../disclosure/release-status.ts';
import { releaseWaiting } from '../disclosure/release-waiting.ts';
import { metricCsv } from '../metric-csv.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { readSplit } from '../split/read-split.ts';
import { readDataStatus } from './data-status.ts';
import { frozenDashboards } from './frozen-dashboard.ts';
import { newestFrozenQuarter } from './frozen-quarter.ts';
import { readDashboard } from './read-dashboard.ts';
import { readWaiting } from './read-waiting.ts';

type DashboardChannel = 'health.dashboard' | 'health.metricCsv' | 'health.split' | 'health.waiting' | 'health.status';

/** The calls of the dashboards. Screens are the team's; files come from a frozen quarter, by the rules of an export. */
export const dashboardHandlers: Handlers<DashboardChannel> = {
  'health.dashboard': async (context, { communityId, ...question }) =>
    releaseDashboard(await readDashboard(context, { ...question, communityId: communityId as CommunityId }), 'team'),

  'health.metricCsv': async (context, { communityId, metricId }) => {
    const module = catalogue.find(({ id }) => id === metricId);
    if (!module) throw new HearthError('not-found');
    const quarter = newestFrozenQuarter(context, communityId as CommunityId);
    const [view] = await frozenDashboards(context, quarter, [module.dashboard]);
    const csv = view && metricCsv(view, metricId);
    if (!csv) throw new HearthError('nothing-to-report');
    return csv;
  },

  'health.split': (context, { communityId, ...question }) =>
    readSplit(context, { ...question, communityId: communityId as CommunityId }),

  'health.waiting': async (context, { communityId }) =>
    releaseWaiting(await readWaiting(context, communityId as CommunityId), context.clock.now()),

  'health.status': async (context, { communityId }) =>
    releaseStatus(await readDataStatus(context, communityId as CommunityId)),
};
