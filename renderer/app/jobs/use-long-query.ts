import { type QueryKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { askedJob, askWithJob, followAskedJobs } from './asked-jobs.ts';

/** The work behind a question, for a line that tells of it. */
export interface Computing {
  /** Null while nothing is being computed. */
  readonly jobId: string | null;
  /** Somebody pressed cancel, and there is nothing to show yet. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

interface LongQueryOptions<Value> {
  readonly queryKey: QueryKey;
  readonly ask: (jobId: string) => Promise<Value>;
  readonly placeholderData?: (previous: Value | undefined) => Value | undefined;
}

/** A query whose answer may take long: it can be watched and stopped, and stops by itself when nobody looks any more. */
export function useLongQuery<Value>({ queryKey, ask, placeholderData }: LongQueryOptions<Value>): {
  readonly query: UseQueryResult<Value>;
  readonly computing: Computing;
} {
  const client = useQueryClient();
  const query = useQuery<Value>({
    queryKey,
    queryFn: ({ signal }) => askWithJob(queryKey, signal, ask),
    ...(placeholderData ? { placeholderData: placeholderData as never } : {}),
  });
  const jobId = useSyncExternalStore(followAskedJobs, () => askedJob(queryKey));
  const { isPlaceholderData, status, fetchStatus } = query;
  return {
    query,
    computing: {
      jobId,
      isStopped: fetchStatus === 'idle' && (status === 'pending' || isPlaceholderData),
      stop: () => void client.cancelQueries({ queryKey, exact: true }),
      again: () => void query.refetch(),
    },
  };
}
