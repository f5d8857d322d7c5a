import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type Input } from '../../app/api.ts';
import type { Target } from './target-community.tsx';

export function useInspection(file: string | null) {
  return useQuery({
    queryKey: ['imports', 'inspect', file],
    queryFn: () => call('imports.inspect', { file: file as string }),
    enabled: file !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** First lines as they would be read, with those that can't be. Runs again whenever the mapping changes. */
export function usePreview(source: Input<'imports.preview'> | null) {
  return useQuery({
    queryKey: ['imports', 'preview', source],
    queryFn: () => call('imports.preview', source as Input<'imports.preview'>),
    enabled: source !== null,
    retry: false,
    placeholderData: (previous) => previous,
  });
}

export function useImports(communityId: number | null) {
  return useQuery({
    queryKey: ['imports', 'list', communityId],
    queryFn: () => call('imports.list', communityId === null ? {} : { communityId }),
  });
}

export function useRejects(importId: number | null) {
  return useQuery({
    queryKey: ['imports', 'rejects', importId],
    queryFn: () => call('imports.rejects', { importId: importId as number }),
    enabled: importId !== null,
  });
}

export function useChooseFile() {
  return useMutation({ mutationFn: () => call('app.chooseFile', { purpose: 'import' }) });
}

/**
 * Begins an import; a new community is made first. Trying again after a failed start goes to the community that was made
 * the first time.
 */
export function useStartInCommunity() {
  const [made, setMade] = useState<{ target: Target; id: number } | null>(null);
  return useMutation({
    mutationFn: async ({ source, target }: { source: Input<'imports.preview'>; target: Target }) => {
      let communityId = made?.target === target ? made.id : Number(target.choice);
      if (Number.isNaN(communityId)) {
        const { name, timeZone, holdsPersonalData } = target;
        communityId = (await call('communities.createForImport', { name, timeZone, holdsPersonalData })).id;
        setMade({ target, id: communityId });
      }
      return { ...(await call('imports.start', { ...source, communityId })), communityId };
    },
  });
}
