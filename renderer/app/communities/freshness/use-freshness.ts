import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CommunityFreshness } from '../../../../shared/ipc/topics/sync.ts';
import { call, type Input } from '../../api.ts';

const queryKey = ['communities', 'freshness'];

/** Since when what is fresh, in every connected community. Asked again while something is being filled in. */
export function useFreshness() {
  return useQuery({
    queryKey,
    queryFn: () => call('sync.freshness', null),
    refetchInterval: ({ state }) => (state.data?.some(isFilling) ? 3_000 : 30_000),
  });
}

function isFilling({ backFill }: CommunityFreshness): boolean {
  return backFill?.state === 'reading';
}

/** Stops filling in activities, or lets it go on. */
export function usePauseActivities() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'sync.pauseActivities'>) => call('sync.pauseActivities', input),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Sets how often one community is read. */
export function useSetInterval() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'sync.setInterval'>) => call('sync.setInterval', input),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
