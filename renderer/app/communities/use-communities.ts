import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';

/** Every community, connected or not. */
export function useCommunities() {
  return useQuery({ queryKey: ['communities'], queryFn: () => call('communities.list', null) });
}
