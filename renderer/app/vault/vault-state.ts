import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { VaultState } from '../../../shared/ipc/topics/vault.ts';
import { call, on } from '../api.ts';

/** Where the encrypted file stands, kept up to date. Locking empties everything the window had read. */
export function useVaultState() {
  const client = useQueryClient();
  useEffect(() => {
    const take = (state: VaultState): void => {
      if (state.state !== 'open')
        client.removeQueries({ predicate: ({ queryKey }) => !isKeptWhileLocked(queryKey[0]) });
      client.setQueryData(['vault'], state);
      void client.invalidateQueries({ queryKey: ['settings'] });
    };
    const stopVault = on('vault.changed', take);
    const stopRestart = on('data.restarted', () => void client.invalidateQueries({ queryKey: ['vault'] }));
    return () => {
      stopVault();
      stopRestart();
    };
  }, [client]);
  return useQuery({ queryKey: ['vault'], queryFn: () => call('vault.state', null) });
}

function isKeptWhileLocked(topic: unknown): boolean {
  return topic === 'vault' || topic === 'settings' || topic === 'app';
}
