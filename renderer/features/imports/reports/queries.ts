import { useQuery } from '@tanstack/react-query';
import { call, type Input } from '../../../app/api.ts';
import { useStartTable } from '../queries.ts';

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

/** Begins to read reports. */
export function useStartReports() {
  return useStartTable(
    ({ mapping }: Input<'reportImports.preview'>, name) => ({ holds: 'reports', name, mapping }),
    async (source, communityId) => ({
      ...(await call('reportImports.start', { ...source, communityId })),
      holds: 'reports' as const,
    }),
  );
}
