import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Status } from '../../shared/ipc/topics/sync.ts';
import { call, on } from './api.ts';

/** Network, reading and sending, as the status line shows them; kept up to date by events. */
export function useStatus() {
  const client = useQueryClient();
  useEffect(
    () =>
      on('status.changed', (status) => {
        const before = client.getQueryData<Status>(['status']);
        client.setQueryData(['status'], status);
        // When each community was last read stands in its own list.
        if (before?.lastSyncAt !== status.lastSyncAt) void client.invalidateQueries({ queryKey: ['communities'] });
      }),
    [client],
  );
  return useQuery({ queryKey: ['status'], queryFn: () => call('sync.status', null) });
}

/** Goes offline on purpose, or back. */
export function useWorkOffline() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workOffline: boolean) => call('sync.setWorkOffline', { workOffline }),
    onSuccess: (status) => client.setQueryData(['status'], status),
  });
}
