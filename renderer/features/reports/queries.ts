import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReportVersion } from '../../../shared/domain/health/report.ts';
import { call, type Input } from '../../app/api.ts';
import { useLongQuery } from '../../app/jobs/use-long-query.ts';

/** An export that was begun, and the folder a person chose for it. */
export interface StartedReport {
  jobId: string;
  folder: string;
}

/** Asks where to, then begins the export. Answers null where the person changed their mind. */
export function useExportReport() {
  return useMutation({
    mutationFn: async (input: Omit<Input<'reports.export'>, 'folder'>): Promise<StartedReport | null> => {
      const target = await call('app.chooseFolder', { purpose: 'report' });
      if (!target) return null;
      return { ...(await call('reports.export', { ...input, ...target })), ...target };
    },
  });
}

/** What can be chosen for the first page of a version. The quarter is frozen first where nobody has asked of it before. */
export function useReportChoices(communityId: number, version: ReportVersion) {
  return useLongQuery({
    queryKey: ['health', 'report choices', communityId, version],
    ask: (jobId) => call('reports.draft', { communityId, version, jobId }),
  });
}

/** Notes of the quarter, read before they go out. */
export function useQuarterNotes(communityId: number) {
  return useQuery({
    queryKey: ['health', 'report notes', communityId],
    queryFn: () => call('reports.notes', { communityId }),
  });
}

export function useShowFolder() {
  return useMutation({ mutationFn: (folder: string) => call('app.showFolder', { folder }) });
}
