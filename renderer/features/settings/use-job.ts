import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { call, on } from '../../app/api.ts';

/** Follows one piece of long work; null before it was started. */
export function useJob(jobId: string | null): JobState | null {
  const client = useQueryClient();
  useEffect(() => on('job.changed', (job) => client.setQueryData(['jobs', job.jobId], job)), [client]);
  const job = useQuery({
    queryKey: ['jobs', jobId],
    // The first event may have come before anybody listened.
    queryFn: async () => (await call('jobs.list', null)).find((one) => one.jobId === jobId) ?? null,
    enabled: jobId !== null,
  });
  return job.data ?? null;
}
