import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedMapping } from '../../../shared/ipc/topics/mappings.ts';
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
 * The community a person chose; a new one is made the first time it is asked for, so that trying again after a failed start
 * goes to the one that was made then.
 */
export function useCommunityOf(): (target: Target) => Promise<number> {
  const [made, setMade] = useState<{ target: Target; id: number } | null>(null);
  return async (target) => {
    const known = made?.target === target ? made.id : Number(target.choice);
    if (!Number.isNaN(known)) return known;
    const { name, timeZone, holdsPersonalData, dataBegin } = target;
    const { id } = await call('communities.createForImport', { name, timeZone, holdsPersonalData, dataBegin });
    setMade({ target, id });
    return id;
  };
}

/** What is begun with a table: how it is read, where it goes, and the name its mapping is kept under, or none. */
interface TableStart<Source> {
  readonly source: Source;
  readonly target: Target;
  readonly keepAs: string;
}

/**
 * Begins to read a table; a new community is made first, and the mapping kept where it got a name: one that can't be kept is
 * told before anything is read in.
 */
export function useStartTable<Source, Started>(
  savedAs: (source: Source, name: string) => SavedMapping,
  begin: (source: Source, communityId: number) => Promise<Started>,
) {
  const communityOf = useCommunityOf();
  return useMutation({
    mutationFn: async ({ source, target, keepAs }: TableStart<Source>) => {
      const communityId = await communityOf(target);
      const saved = savedAs(source, keepAs);
      if (keepAs.trim() !== '') await call('mappings.save', { communityId, saved });
      return { ...(await begin(source, communityId)), communityId };
    },
  });
}

/** Begins to read activities. */
export function useStartActivities() {
  return useStartTable(
    ({ mapping }: Input<'imports.preview'>, name) => ({ holds: 'activities', name, mapping }),
    (source, communityId) => call('imports.start', { ...source, communityId }),
  );
}
