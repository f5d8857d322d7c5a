import { useMutation } from '@tanstack/react-query';
import { call } from '../../../app/api.ts';

/** Asks a server what it is. Giving up is told to the trusted side, so that nothing goes on behind the screen. */
export function useDetect() {
  const detect = useMutation({ mutationFn: (address: string) => call('communities.detect', { address }) });
  return {
    ask: detect.mutate,
    server: detect.data ?? null,
    error: detect.error,
    isPending: detect.isPending,
    cancel: () => {
      void call('communities.cancelDetect', null).catch(() => undefined);
      detect.reset();
    },
    forget: detect.reset,
  };
}
