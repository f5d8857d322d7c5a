import { QueryClient } from '@tanstack/react-query';
import type { ChangeTopic } from '../../shared/ipc/events.ts';
import { on } from './api.ts';

/** Data is local: nothing waits for a network, nothing is asked again by itself, and a refusal is final. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** First parts of the query keys that a change makes old. */
const oldAfter: Readonly<Record<ChangeTopic, readonly string[]>> = {
  communities: ['communities', 'health', 'practice'],
  queue: ['queue', 'search'],
  case: ['case', 'queue'],
  conflicts: ['conflicts'],
  outbox: ['outbox', 'case'],
  activities: ['health'],
  settings: ['settings'],
  imports: ['imports'],
  records: ['records', 'health'],
  identity: ['identity', 'health', 'records'],
  goals: ['goals', 'health', 'notices'],
  notices: ['notices'],
};

/**
 * Asks again for what changed on the trusted side. A query key starts with the topic it belongs to: ['queue', ...],
 * ['case', caseId, ...]. Of cases only those named in the event are asked for, unless none is named.
 */
export function followChanges(client: QueryClient): () => void {
  return on('data.changed', ({ topics, caseIds }) => {
    for (const first of new Set(topics.flatMap((topic) => oldAfter[topic]))) {
      if (first === 'case' && caseIds.length > 0) {
        for (const caseId of caseIds) void client.invalidateQueries({ queryKey: ['case', caseId] });
      } else {
        void client.invalidateQueries({ queryKey: [first] });
      }
    }
  });
}
