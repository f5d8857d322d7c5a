import { queryOptions } from '@tanstack/react-query';
import type { Finding, PersonEffect } from '../../../shared/domain/decision.ts';
import { call } from '../../app/api.ts';

/** One case with everything beside it. */
export function caseQuery(caseId: number) {
  return queryOptions({ queryKey: ['case', caseId, 'view'], queryFn: () => call('case.get', { caseId }) });
}

export interface PreviewChoice {
  readonly caseId: number;
  readonly finding: Finding;
  readonly personEffect: PersonEffect;
  readonly notifyPerson: boolean;
  readonly removePosts: boolean;
}

/** What a choice would do, asked anew for every choice; nothing is written. */
export function previewQuery(choice: PreviewChoice) {
  return queryOptions({
    queryKey: ['case', choice.caseId, 'preview', choice] as const,
    queryFn: () => call('case.previewDecision', choice),
  });
}

/** Decisions not confirmed yet. The same key as everywhere else, so that it is read once. */
export function outboxQuery() {
  return queryOptions({ queryKey: ['outbox', 'list'], queryFn: () => call('outbox.list', null) });
}

/** Network, last sync, what waits; renewed by the trusted side. */
export function statusQuery() {
  return queryOptions({ queryKey: ['status'], queryFn: () => call('sync.status', null) });
}
