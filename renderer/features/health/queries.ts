import { useMutation, useQuery } from '@tanstack/react-query';
import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import { call } from '../../app/api.ts';

export interface HealthChoice {
  communityId: number;
  unit: 'week' | 'month';
  level: ActivityLevel;
  gapDays: 30 | 60 | 90 | 180;
}

/** The dashboard of one community. Kept while the next choice is computed, so that nothing jumps. */
export function useHealthView(choice: HealthChoice | null) {
  return useQuery({
    queryKey: ['health', 'view', choice],
    queryFn: () => call('health.view', choice as HealthChoice),
    enabled: choice !== null,
    placeholderData: (previous) => previous,
  });
}

/** Asks where to, then writes the chart's tidy CSV there. Cancelling the dialog is not an error. */
export function useSaveCsv() {
  return useMutation({
    mutationFn: async (input: HealthChoice & { metricId: 'Z4' | 'Z8' | 'Z9' | 'R8' }) => {
      const csv = await call('health.csv', input);
      const target = await call('app.chooseSave', { purpose: 'csv', suggestedName: csv.suggestedName });
      if (target) await call('app.saveText', { file: target.file, text: csv.text });
      return target !== null;
    },
  });
}
