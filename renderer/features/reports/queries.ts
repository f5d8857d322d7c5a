import { useMutation, useQuery } from '@tanstack/react-query';
import { call, type Input } from '../../app/api.ts';

export function useCommunities() {
  return useQuery({ queryKey: ['communities'], queryFn: () => call('communities.list', null) });
}

export function useChooseFolder() {
  return useMutation({ mutationFn: () => call('app.chooseFolder', { purpose: 'report' }) });
}

export function useExportReport() {
  return useMutation({ mutationFn: (input: Input<'reports.export'>) => call('reports.export', input) });
}

export function useCancelJob() {
  return useMutation({ mutationFn: (jobId: string) => call('jobs.cancel', { jobId }) });
}

export function useShowFolder() {
  return useMutation({ mutationFn: (folder: string) => call('app.showFolder', { folder }) });
}

/** The newest state of a job; refreshed by the job.changed event. */
export function useJob(jobId: string | null) {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: () => call('jobs.list', null),
    enabled: jobId !== null,
    select: (jobs) => jobs.find((job) => job.jobId === jobId) ?? null,
  });
}
