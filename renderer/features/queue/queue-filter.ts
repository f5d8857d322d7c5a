import { openCaseStates } from '../../../shared/domain/case.ts';
import type { ParsedQueueFilter, QueueView, queueSorts } from '../../../shared/ipc/topics/queue.ts';

export type QueueSort = (typeof queueSorts)[number];

/** A view with nothing filtered out. */
export function emptyFilter(view: QueueView): ParsedQueueFilter {
  return {
    view,
    communityIds: [],
    categories: [],
    states: [],
    languages: [],
    olderThanHours: null,
    claimedBy: 'anyone',
    search: '',
  };
}

/** How many kinds of filters are on; the view is not a filter. */
export function countFilters(filter: ParsedQueueFilter): number {
  return [
    filter.communityIds.length > 0,
    filter.categories.length > 0,
    filter.states.length > 0,
    filter.languages.length > 0,
    filter.olderThanHours !== null,
    filter.claimedBy !== 'anyone',
    filter.search !== '',
  ].filter(Boolean).length;
}

/** Views a case leaves when it is decided; in the others its line only changes. */
export function leavesWhenDecided(view: QueueView): boolean {
  return view === 'open' || view === 'mine' || view === 'waiting';
}

/** States worth offering as a filter in a view. */
export function statesOf(view: QueueView): ParsedQueueFilter['states'] {
  if (view === 'decided') return ['decided', 'void', 'archived'];
  return view === 'all' ? [...openCaseStates, 'decided', 'void', 'archived'] : [...openCaseStates];
}
