import type { ChartPeriod } from '../../../../shared/domain/health/chart.ts';
import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { listGoals } from '../../store/goals/queries.ts';
import { countedMetrics } from '../dashboard/counted-metrics.ts';
import { dashboardAround, modulesOf } from '../dashboard/read-dashboard.ts';
import { releaseDashboard } from '../disclosure/release-dashboard.ts';
import { releaseHealth } from '../disclosure/release-health.ts';
import { readHealthView } from '../read-health-view.ts';
import { toldNumbers } from './numbers-of-charts.ts';
import { healthNumbers } from './numbers-of-health.ts';
import { splitsOfWeek } from './splits-of-week.ts';
import type { ToldNumber } from './told-number.ts';

/** What the team is told, and the numbers in it that a goal can be set for. */
export interface Told {
  readonly timeZone: string;
  readonly views: readonly DashboardView[];
  readonly numbers: readonly ToldNumber[];
}

/** Whose numbers are asked for, and by whom. */
export interface ToldQuestion {
  readonly communityId: CommunityId;
  /** Those of every metric that can have a goal, or of those that have one. */
  readonly wanted: 'all' | 'goals';
  readonly job: JobHandle | null;
}

/** Metrics that a view of their own tells. */
const OF_HEALTH_VIEW = ['Z4', 'Z8', 'Z9'];

/**
 * What is told to the team by quarter: goals are never judged by a number that nobody may see. Counts the wanted metrics and
 * no other. Numbers by group come from the splits that somebody looked at this week. Rejects with HearthError `not-found`, and
 * `cancelled` when the job is.
 */
export async function readTold(context: DataContext, { communityId, wanted, job }: ToldQuestion): Promise<Told> {
  const community = readCommunityFacts(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  const { timeZone } = community;
  const ofGoals = new Set(listGoals(context.write, communityId).map(({ metric_id: id }) => id));
  const isWanted = (id: string): boolean => (wanted === 'all' ? canHaveGoal(id) : ofGoals.has(id));
  const ofHealth = OF_HEALTH_VIEW.some(isWanted);
  const views = await viewsOf(context, { communityId, isWanted, ofHealth, job });
  const quarter = views.find(({ period }) => period !== null)?.period ?? null;
  return {
    timeZone,
    views,
    numbers: [
      ...toldNumbers(views),
      ...(ofHealth ? await ofHealthView(context, communityId, quarter, job) : []),
      ...splitsOfWeek(context, communityId, timeZone),
    ],
  };
}

/** The extra pictures of a metric have an underscore in their id; a goal belongs to the metric itself. */
function canHaveGoal(metricId: string): boolean {
  return !metricId.includes('_');
}

/** The metrics of goals on their dashboards. */
interface WantedViews extends Pick<ToldQuestion, 'communityId' | 'job'> {
  readonly isWanted: (metricId: string) => boolean;
  /** The view of return and stay is judged in the quarter of the dashboards it stands among, also where they are empty. */
  readonly ofHealth: boolean;
}

/** The dashboards with nothing but the wanted metrics on them, all but that of moderation from one state of the store. */
async function viewsOf(
  context: DataContext,
  { communityId, isWanted, ofHealth, job }: WantedViews,
): Promise<DashboardView[]> {
  const around = { communityId, unit: 'quarter' } as const;
  const alone: readonly DashboardId[] = ['moderation'];
  const views: DashboardView[] = [];
  for (const together of [dashboards.filter((one) => !alone.includes(one)), alone]) {
    const modules = modulesOf(together).filter(({ id }) => isWanted(id));
    if (modules.length === 0 && (!ofHealth || together === alone)) continue;
    const computed = await countedMetrics(context, { ...around, modules }, job);
    for (const dashboard of together) {
      views.push(releaseDashboard(dashboardAround(context, { ...around, dashboard }, computed), 'team'));
    }
  }
  return views;
}

/** Return, stay and life cycle as the screen tells them by month. */
async function ofHealthView(
  context: DataContext,
  communityId: CommunityId,
  quarter: ChartPeriod | null,
  job: JobHandle | null,
): Promise<ToldNumber[]> {
  const question = { communityId, spaceId: null, unit: 'month', level: 2, gapDays: 90 } as const;
  const raw = await readHealthView(context, question, job);
  return healthNumbers(releaseHealth(raw, 'team'), quarter);
}
