import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Community } from '../../../shared/domain/community.ts';
import type { ConnectionAttempt } from '../../../shared/ipc/topics/communities.ts';
import { call } from '../../app/api.ts';

/** How often the trusted side is asked whether the browser has come back, in milliseconds. */
const askEvery = 750;

/** Signing in at a server: by its own page in the system browser, or with a pasted token. */
export function useSignIn(onConnected: (community: Community) => void) {
  const client = useQueryClient();
  const finish = useEffectEvent((community: Community) => {
    void client.invalidateQueries({ queryKey: ['communities'] });
    onConnected(community);
  });
  const begin = useMutation({ mutationFn: (address: string) => call('communities.connect', { address }) });
  const withToken = useMutation({
    mutationFn: (input: { address: string; token: string }) => call('communities.connectWithToken', input),
    onSuccess: (community) => finish(community),
  });
  const attemptId = begin.data?.state === 'waiting-for-browser' ? begin.data.attemptId : null;
  const attempt = useQuery({
    queryKey: ['communities', 'attempt', attemptId],
    queryFn: () => call('communities.connectState', { attemptId: attemptId ?? '' }),
    enabled: attemptId !== null,
    refetchInterval: (query) =>
      query.state.data && query.state.data.state !== 'waiting-for-browser' ? false : askEvery,
    gcTime: 0,
    staleTime: 0,
  });
  const state: ConnectionAttempt | undefined = attemptId === null ? begin.data : (attempt.data ?? begin.data);

  useEffect(() => {
    if (state?.state === 'connected') finish(state.community);
  }, [state]);

  return {
    begin: begin.mutate,
    withToken: withToken.mutate,
    isPending: begin.isPending || withToken.isPending,
    waitingFor: state?.state === 'waiting-for-browser' ? state.address : null,
    failedCode: state?.state === 'failed' ? state.code : null,
    error: begin.error ?? withToken.error ?? attempt.error,
    cancel: () => {
      if (attemptId !== null) void call('communities.cancelConnect', { attemptId }).catch(() => undefined);
      begin.reset();
    },
  };
}
