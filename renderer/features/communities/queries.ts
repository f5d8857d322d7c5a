import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../app/api.ts';

/** Changes name, time zone or the mark of a community. */
export function useUpdateCommunity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'communities.update'>) => call('communities.update', input),
    onSettled: () => client.invalidateQueries({ queryKey: ['communities'] }),
  });
}

/** Whether the practice community runs, and which trouble it makes. */
export function usePractice() {
  return useQuery({ queryKey: ['practice'], queryFn: () => call('practice.state', null) });
}

/** Starts, stops or troubles the practice community. */
export function useChangePractice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: 'start' | 'stop' | Input<'practice.setFault'>) => {
      if (change === 'start') return call('practice.start', null);
      if (change === 'stop') return call('practice.stop', null);
      return call('practice.setFault', change);
    },
    onSuccess: (state) => client.setQueryData(['practice'], state),
    onSettled: () => client.invalidateQueries({ queryKey: ['communities'] }),
  });
}

const teamKey = (communityId: number) => ['communities', 'team', communityId];

/** Whether the team of a community is counted among its members, and from when. */
export function useTeamRule(communityId: number) {
  return useQuery({ queryKey: teamKey(communityId), queryFn: () => call('communities.teamRule', { communityId }) });
}

/** Chooses whether the team is counted. */
export function useSetTeamCounted(communityId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isCounted: boolean) => call('communities.setTeamCounted', { communityId, isCounted }),
    onSuccess: (rule) => client.setQueryData(teamKey(communityId), rule),
  });
}

/** The rules of a community with their lanes. */
export function useRules(communityId: number) {
  return useQuery({
    queryKey: ['communities', 'rules', communityId],
    queryFn: () => call('communities.rules', { communityId }),
  });
}

/** Gives a rule a lane, or takes it away. */
export function useSetRuleLane() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'communities.setRuleLane'>) => call('communities.setRuleLane', input),
    onSettled: () => client.invalidateQueries({ queryKey: ['communities', 'rules'] }),
  });
}

const promiseKey = (communityId: number) => ['communities', 'promise', communityId];

/** How soon a community promises to answer. */
export function usePromise(communityId: number) {
  return useQuery({ queryKey: promiseKey(communityId), queryFn: () => call('communities.promise', { communityId }) });
}

/** Promises something else from the next quarter on. */
export function useSetPromise(communityId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (hours: Input<'communities.setPromise'>['hours']) =>
      call('communities.setPromise', { communityId, hours }),
    onSuccess: (promise) => client.setQueryData(promiseKey(communityId), promise),
  });
}
