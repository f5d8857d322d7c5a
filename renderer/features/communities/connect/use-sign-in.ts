import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Community } from '../../../../shared/domain/community.ts';
import type { ConnectionAttempt } from '../../../../shared/ipc/topics/communities.ts';
import { call, type Input } from '../../../app/api.ts';

/** How often the trusted side is asked whether the browser has come back, in milliseconds. */
const askEvery = 750;

/** Signing in at a server: by its own page in the system browser, with a token, or with name and password. */
export function useSignIn(address: string, onConnected: (community: Community) => void) {
  const client = useQueryClient();
  const finish = useEffectEvent((community: Community) => {
    void client.invalidateQueries({ queryKey: ['communities'] });
    onConnected(community);
  });
  const begin = useMutation({ mutationFn: () => call('communities.connect', { address }) });
  const withToken = useMutation({
    mutationFn: (typed: Omit<Input<'communities.connectWithToken'>, 'address'>) =>
      call('communities.connectWithToken', { address, ...typed }),
    onSuccess: (community) => finish(community),
  });
  const withPassword = useMutation({
    mutationFn: (typed: Omit<Input<'communities.connectWithPassword'>, 'address'>) =>
      call('communities.connectWithPassword', { address, ...typed }),
    onSuccess: (community) => finish(community),
    // The password is in what the call was given: it is not kept longer than the call takes.
    gcTime: 0,
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

  const forgetError = (): void => {
    withToken.reset();
    withPassword.reset();
  };
  return {
    begin: () => begin.mutate(),
    withToken: withToken.mutate,
    withPassword: withPassword.mutate,
    isPending: begin.isPending || withToken.isPending || withPassword.isPending,
    waitingFor: state?.state === 'waiting-for-browser' ? state.address : null,
    failedCode: state?.state === 'failed' ? state.code : null,
    error: begin.error ?? withToken.error ?? withPassword.error ?? attempt.error,
    forgetError,
    cancel: () => {
      if (attemptId !== null) void call('communities.cancelConnect', { attemptId }).catch(() => undefined);
      begin.reset();
      forgetError();
    },
  };
}
