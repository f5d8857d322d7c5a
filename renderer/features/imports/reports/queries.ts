import { useMutation, useQuery } from '@tanstack/react-query';
import { call, type Input } from '../../../app/api.ts';
import { useCommunityOf } from '../queries.ts';
import type { Target } from '../target-community.tsx';

/** What the columns of a file of reports seem to mean. */
export function useReportSuggestion(file: string) {
  return useQuery({
    queryKey: ['imports', 'reports', 'suggest', file],
    queryFn: () => call('reportImports.suggest', { file }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** First lines as they would be read. Runs again whenever the mapping changes. */
export function useReportPreview(source: Input<'reportImports.preview'> | null) {
  return useQuery({
    queryKey: ['imports', 'reports', 'preview', source],
    queryFn: () => call('reportImports.preview', source as Input<'reportImports.preview'>),
    enabled: source !== null,
    retry: false,
    placeholderData: (previous) => previous,
  });
}

/** Begins to read reports; a new community is made first, and the mapping kept where it got a name. */
export function useStartReports() {
  const communityOf = useCommunityOf();
  return useMutation({
    mutationFn: async (given: { source: Input<'reportImports.preview'>; target: Target; keepAs: string }) => {
      const communityId = await communityOf(given.target);
      const started = await call('reportImports.start', { ...given.source, communityId });
      const { mapping } = given.source;
      const saved = { holds: 'reports', name: given.keepAs, mapping } as const;
      if (given.keepAs.trim() !== '') await call('mappings.save', { communityId, saved });
      return { ...started, communityId, holds: 'reports' as const };
    },
  });
}
