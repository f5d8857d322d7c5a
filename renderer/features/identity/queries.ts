import { useMutation, useQuery } from '@tanstack/react-query';
import { call, type Input } from '../../app/api.ts';

export function useIdentityState(communityId: number) {
  return useQuery({
    queryKey: ['identity', 'state', communityId],
    queryFn: () => call('identity.state', { communityId }),
  });
}

export function useSaveQuestion() {
  return useMutation({ mutationFn: (input: Input<'identity.saveQuestion'>) => call('identity.saveQuestion', input) });
}

export function useChooseSurvey() {
  return useMutation({ mutationFn: () => call('app.chooseFile', { purpose: 'import' }) });
}

export function useSurveyInspection(communityId: number, file: string | null) {
  return useQuery({
    queryKey: ['identity', 'inspect', communityId, file],
    queryFn: () => call('identity.inspect', { communityId, file: file as string }),
    enabled: file !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What reading the file would do. Runs again whenever the mapping or a question changes. */
export function useSurveyPreview(source: Input<'identity.preview'> | null) {
  return useQuery({
    queryKey: ['identity', 'preview', source],
    queryFn: () => call('identity.preview', source as Input<'identity.preview'>),
    enabled: source !== null,
    retry: false,
    placeholderData: (previous) => previous,
  });
}

export function useReadSurvey() {
  return useMutation({ mutationFn: (input: Input<'identity.import'>) => call('identity.import', input) });
}

export function useSetAsked() {
  return useMutation({ mutationFn: (input: Input<'identity.setAsked'>) => call('identity.setAsked', input) });
}

export function useWithdraw() {
  return useMutation({ mutationFn: (input: Input<'identity.withdraw'>) => call('identity.withdraw', input) });
}

/** Asks where to save, then saves what is kept of one member. Answers whether a place was chosen. */
export function useSaveRecord() {
  return useMutation({
    mutationFn: async ({ suggestedName, ...member }: Input<'identity.withdraw'> & { suggestedName: string }) => {
      const target = await call('app.chooseSave', { purpose: 'access', suggestedName });
      if (target) await call('identity.export', { ...member, file: target.file });
      return target !== null;
    },
  });
}

export function useSetThreshold() {
  return useMutation({ mutationFn: (input: Input<'identity.setThreshold'>) => call('identity.setThreshold', input) });
}

export function useSetMinimumAge() {
  return useMutation({ mutationFn: (input: Input<'identity.setMinimumAge'>) => call('identity.setMinimumAge', input) });
}

export function useEraseIdentity() {
  return useMutation({ mutationFn: () => call('identity.erase', { confirm: 'erase' }) });
}
