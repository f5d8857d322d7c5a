import { useQuery } from '@tanstack/react-query';
import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import { call } from '../../app/api.ts';
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
  return useQuery({
    queryKey: ['health', 'view', choice],
    queryFn: () => call('health.view', choice),
    placeholderData: (previous) => previous,
  });
}

/** One dashboard of one community. Kept while another step in time or more metrics are computed. */
export function useDashboard(dashboard: DashboardId, choice: DashboardChoice) {
  return useQuery({
    queryKey: ['health', 'dashboard', dashboard, choice],
    queryFn: () => call('health.dashboard', { ...choice, dashboard }),
    placeholderData: (previous) => (previous?.communityId === choice.communityId ? previous : undefined),
  });
}

/** Newcomers whose first message nobody has answered. */
export function useWaiting(communityId: number) {
  return useQuery({
    queryKey: ['health', 'waiting', communityId],
    queryFn: () => call('health.waiting', { communityId }),
  });
}

/** What the numbers of a community stand on. */
export function useDataStatus(communityId: number) {
  return useQuery({
    queryKey: ['health', 'status', communityId],
    queryFn: () => call('health.status', { communityId }),
  });
}
