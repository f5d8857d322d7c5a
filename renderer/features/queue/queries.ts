import { queryOptions } from '@tanstack/react-query';
import type { ParsedQueueFilter } from '../../../shared/ipc/topics/queue.ts';
import { call } from '../../app/api.ts';

/** How many cases there are in each view and under each filter. */
export function countsQuery(filter: ParsedQueueFilter) {
  return queryOptions({
    queryKey: ['queue', 'counts', filter],
    queryFn: () => call('queue.counts', { filter }),
    placeholderData: (before) => before,
  });
}

export function communitiesQuery() {
  return queryOptions({ queryKey: ['communities'], queryFn: () => call('communities.list', null) });
}

/** Network, last sync and what waits; the shell keeps it fresh. */
export function statusQuery() {
  return queryOptions({ queryKey: ['status'], queryFn: () => call('sync.status', null) });
}

/** Decisions not yet confirmed by their server. */
export function outboxQuery() {
  return queryOptions({ queryKey: ['outbox', 'list'], queryFn: () => call('outbox.list', null) });
}

/** Notes for colleagues that are not on their server yet. */
export function outboxNotesQuery() {
  return queryOptions({ queryKey: ['outbox', 'notes'], queryFn: () => call('outbox.notes', null) });
}
