import { useMutation, useQuery } from '@tanstack/react-query';
import type { KeepingYears } from '../../../shared/domain/health/record-retention.ts';
import type { RecordKindId, SpacePurpose } from '../../../shared/domain/health/records.ts';
import { call, type Input, type Output } from '../../app/api.ts';

/** Records of one page of a list. */
export const recordsPerPage = 50;

/** A record as lists show it. */
export type ListedRecord = Output<'records.list'>['rows'][number];

/** One page of the records of a kind. The page before stays until the next is there. */
export function useRecords(communityId: number, kind: RecordKindId, { query, page }: { query: string; page: number }) {
  const input = { communityId, kind, query, offset: page * recordsPerPage, limit: recordsPerPage };
  return useQuery({
    queryKey: ['records', 'list', input],
    queryFn: () => call('records.list', input),
    placeholderData: (previous) => previous,
  });
}

/** The records of another kind that a field can mention, as many as a menu is good for. */
export function useMentionable(communityId: number, kind: RecordKindId) {
  return useQuery({
    queryKey: ['records', 'mentionable', communityId, kind],
    queryFn: () => call('records.list', { communityId, kind, limit: 200 }),
  });
}

/** What the community asks, for benchmarks to be noted of its own answers. None while that can't be read. */
export function useAskedQuestions(communityId: number, isNeeded: boolean) {
  return useQuery({
    queryKey: ['records', 'identity', 'questions', communityId],
    queryFn: () => call('identity.state', { communityId }),
    enabled: isNeeded,
  });
}

export function useSaveRecord() {
  return useMutation({ mutationFn: (input: Input<'records.save'>) => call('records.save', input) });
}

export function useRemoveRecord() {
  return useMutation({ mutationFn: (input: Input<'records.remove'>) => call('records.remove', input) });
}

export function useRestoreRecord() {
  return useMutation({ mutationFn: (undo: string) => call('records.restore', { undo }) });
}

/** How long lists of people are kept; null where they stay until removed. */
export type Keeping = Output<'records.keeping'>;

/** What a community chose. */
export function useKeeping(communityId: number) {
  return useQuery({
    queryKey: ['records', 'keeping', communityId],
    queryFn: () => call('records.keeping', { communityId }),
  });
}

/** What is older than some years: nothing to ask where everything is kept. */
export function useOlder(communityId: number, years: KeepingYears | null) {
  return useQuery({
    queryKey: ['records', 'older', communityId, years],
    queryFn: () => call('records.older', { communityId, years: years as KeepingYears }),
    enabled: years !== null,
  });
}

export function useSetKeeping(communityId: number) {
  return useMutation({
    mutationFn: (years: KeepingYears | null) => call('records.setKeeping', { communityId, years }),
  });
}

export function useEraseOld(communityId: number) {
  return useMutation({ mutationFn: () => call('records.eraseOld', { communityId }) });
}

export function useChooseFile() {
  return useMutation({ mutationFn: () => call('app.chooseFile', { purpose: 'import' }) });
}

export function useInspection(file: string | null, kind: RecordKindId) {
  return useQuery({
    queryKey: ['records', 'inspect', kind, file],
    queryFn: () => call('records.inspect', { file: file as string, kind }),
    enabled: file !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** First lines as they would be. Runs again whenever the mapping changes. */
export function usePreview(source: Input<'records.preview'> | null) {
  return useQuery({
    queryKey: ['records', 'preview', source],
    queryFn: () => call('records.preview', source as Input<'records.preview'>),
    enabled: source !== null,
    retry: false,
    placeholderData: (previous) => previous,
  });
}

export function useStartImport() {
  return useMutation({ mutationFn: (input: Input<'records.import'>) => call('records.import', input) });
}

/** How an import ended, and the lines it could not take. */
export function useImportOutcome(importId: number | null) {
  return useQuery({
    queryKey: ['records', 'rejects', importId],
    queryFn: () => call('records.rejects', { importId: importId as number }),
    enabled: importId !== null,
  });
}

export function useSetPurpose(communityId: number) {
  return useMutation({
    mutationFn: (input: { spaceId: number; purpose: SpacePurpose }) =>
      call('spaces.setPurpose', { communityId, ...input }),
  });
}
