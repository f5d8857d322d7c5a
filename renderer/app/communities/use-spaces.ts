import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';

/** The spaces of a community, by name. */
export function useSpaces(communityId: number) {
  return useQuery({
    queryKey: ['records', 'spaces', communityId],
    queryFn: () => call('spaces.list', { communityId }),
  });
}
