import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import { call } from '../../app/api.ts';
import { useLongQuery } from '../../app/jobs/use-long-query.ts';
import type { DashboardSteps } from '../../ui/charts/dashboard-steps.tsx';

export interface HealthChoice {
  communityId: number;
  /** One space instead of the whole community: return to it, by week. */
  spaceId: number | null;
  unit: 'week' | 'month' | 'quarter' | 'fit';
  level: ActivityLevel;
  gapDays: 30 | 60 | 90 | 180;
}

/** The charts of return and stay that save their own CSV. */
export type ChartMetric = 'Z4' | 'Z8' | 'Z9' | 'R8';

export interface DashboardChoice extends DashboardSteps {
  communityId: number;
}

/** Return and stay of one community. Kept while the next choice is computed, so that nothing jumps. */
export function useHealthView(choice: HealthChoice) {
  return useLongQuery({
    queryKey: ['health', 'view', choice],
    ask: (jobId) => call('health.view', { ...choice, jobId }),
    placeholderData: (previous) => previous,
  });
}

/** One dashboard of one community. Kept while another step in time or more metrics are computed. */
export function useDashboard(dashboard: DashboardId, choice: DashboardChoice) {
  return useLongQuery({
    queryKey: ['health', 'dashboard', dashboard, choice],
    ask: (jobId) => call('health.dashboard', { ...choice, dashboard, jobId }),
    placeholderData: (previous) => (previous?.communityId === choice.communityId ? previous : undefined),
  });
}

/** Newcomers whose first message nobody has answered. */
export function useWaiting(communityId: number) {
  return useLongQuery({
    queryKey: ['health', 'waiting', communityId],
    ask: (jobId) => call('health.waiting', { communityId, jobId }),
  });
}

/** What the numbers of a community stand on. */
export function useDataStatus(communityId: number) {
  return useLongQuery({
    queryKey: ['health', 'status', communityId],
    ask: (jobId) => call('health.status', { communityId, jobId }),
  });
}
