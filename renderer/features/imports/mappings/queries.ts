import { useMutation, useQuery } from '@tanstack/react-query';
import { call, type Input } from '../../../app/api.ts';

/** The mappings of a community; none while it is not made yet. */
export function useSavedMappings(communityId: number | null) {
  return useQuery({
    queryKey: ['imports', 'mappings', communityId],
    queryFn: () => call('mappings.list', { communityId: communityId as number }),
    enabled: communityId !== null,
  });
}

export function useRenameMapping() {
  return useMutation({ mutationFn: (input: Input<'mappings.rename'>) => call('mappings.rename', input) });
}

export function useRemoveMapping() {
  return useMutation({ mutationFn: (input: Input<'mappings.remove'>) => call('mappings.remove', input) });
}
