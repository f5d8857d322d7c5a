import { useMutation, useQuery } from '@tanstack/react-query';
import { type Input, call } from '../../app/api.ts';

export function useCommunities() {
  return useQuery({ queryKey: ['communities'], queryFn: () => call('communities.list', null) });
}

export function useInspection(file: string | null) {
  return useQuery({
    queryKey: ['imports', 'inspect', file],
    queryFn: () => call('imports.inspect', { file: file as string }),
    enabled: file !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** First lines as they would be read, with those that can't be. Runs again whenever the mapping changes. */
export function usePreview(source: Input<'imports.preview'> | null) {
  return useQuery({
    queryKey: ['imports', 'preview', source],
    queryFn: () => call('imports.preview', source as Input<'imports.preview'>),
    enabled: source !== null,
    retry: false,
    placeholderData: (previous) => previous,
  });
}

export function useImports(communityId: number | null) {
  return useQuery({
    queryKey: ['imports', 'list', communityId],
    queryFn: () => call('imports.list', communityId === null ? {} : { communityId }),
  });
}

export function useRejects(importId: number | null) {
  return useQuery({
    queryKey: ['imports', 'rejects', importId],
    queryFn: () => call('imports.rejects', { importId: importId as number }),
    enabled: importId !== null,
  });
}

export function useChooseFile() {
  return useMutation({ mutationFn: () => call('app.chooseFile', { purpose: 'import' }) });
}

export function useStartImport() {
  return useMutation({ mutationFn: (input: Input<'imports.start'>) => call('imports.start', input) });
}

export function useCreateCommunity() {
  return useMutation({ mutationFn: (input: Input<'communities.createForImport'>) => call('communities.createForImport', input) });
}

export function useCancelJob() {
  return useMutation({ mutationFn: (jobId: string) => call('jobs.cancel', { jobId }) });
}

/** The newest state of every job; refreshed by the job.changed event. */
export function useJob(jobId: string | null) {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: () => call('jobs.list', null),
    enabled: jobId !== null,
    select: (jobs) => jobs.find((job) => job.jobId === jobId) ?? null,
  });
}
