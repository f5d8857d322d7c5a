import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, on } from './api.ts';

/** Network, reading and sending, as the status line shows them; kept up to date by events. */
export function useStatus() {
  const client = useQueryClient();
  useEffect(() => on('status.changed', (status) => client.setQueryData(['status'], status)), [client]);
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
