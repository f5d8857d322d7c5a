import { useQuery } from '@tanstack/react-query';
import type { SplitCrossing, SplitMeasure, SplitTime } from '../../../shared/domain/health/split.ts';
import { call } from '../../app/api.ts';
import { useLongQuery } from '../../app/jobs/use-long-query.ts';
import type { DashboardSteps } from '../../ui/charts/dashboard-steps.tsx';

export interface OutreachChoice extends DashboardSteps {
  communityId: number;
}

/** The outreach dashboard of one community. */
export function useOutreach(choice: OutreachChoice) {
  return useLongQuery({
    queryKey: ['health', 'dashboard', 'outreach', choice],
    ask: (jobId) => call('health.dashboard', { ...choice, dashboard: 'outreach', jobId }),
    placeholderData: (previous) => (previous?.communityId === choice.communityId ? previous : undefined),
  });
}

/** Which questions are asked, and whether their answers can be read; never who or how many answered. */
export function useIdentityState(communityId: number) {
  return useQuery({
    queryKey: ['health', 'identity', communityId],
    queryFn: () => call('identity.state', { communityId }),
  });
}

export interface SplitChoice {
  communityId: number;
  question: string;
  measure: SplitMeasure;
  cross: SplitCrossing;
  time: SplitTime;
}

/** A measure by the answers to one question. */
export function useSplit(choice: SplitChoice) {
  return useLongQuery({
    queryKey: ['health', 'split', choice],
    ask: (jobId) => call('health.split', { ...choice, jobId }),
  });
}
