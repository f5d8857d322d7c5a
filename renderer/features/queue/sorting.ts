import type { SortingState } from '@tanstack/react-table';
import type { QueueSort } from './queue-filter.ts';

/** The orders the trusted side knows, as sorting states of the table: one column each, two directions for age. */
const states: Readonly<Record<QueueSort, SortingState>> = {
  priority: [{ id: 'case', desc: true }],
  reports: [{ id: 'reports', desc: true }],
  oldest: [{ id: 'age', desc: true }],
  newest: [{ id: 'age', desc: false }],
};

export function sortingOf(sort: QueueSort): SortingState {
  return states[sort];
}

/** The order a sorting state stands for. Columns without that direction keep their only one. */
export function sortOf(sorting: SortingState): QueueSort {
  const [first] = sorting;
  if (first?.id === 'reports') return 'reports';
  if (first?.id === 'age') return first.desc ? 'oldest' : 'newest';
  return 'priority';
}
