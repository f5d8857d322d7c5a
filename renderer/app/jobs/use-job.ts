import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { call, on } from '../api.ts';

const jobKey = (jobId: string | null) => ['jobs', jobId] as const;

/** Follows one piece of long work, from its first step to how it ended; null before it was started. */
export function useJob(jobId: string | null): JobState | null {
  const client = useQueryClient();
  useEffect(() => on('job.changed', (job) => client.setQueryData(jobKey(job.jobId), job)), [client]);
  const job = useQuery({
    queryKey: jobKey(jobId),
    // The first events may have come before anybody listened, and the last one while this was asked.
    queryFn: async () => {
      const found = (await call('jobs.list', null)).find((one) => one.jobId === jobId) ?? null;
      const told = client.getQueryData<JobState>(jobKey(jobId));
      return told && told.state !== 'running' ? told : found;
    },
    enabled: jobId !== null,
  });
  return job.data ?? null;
}

/** Asks for long work to be stopped; it stops at the next place where it leaves nothing half done. */
export function useCancelJob() {
  return useMutation({ mutationFn: (jobId: string) => call('jobs.cancel', { jobId }) });
}
