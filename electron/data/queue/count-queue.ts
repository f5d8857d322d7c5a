import type { CaseId, Instant } from '../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import {
  type ParsedQueueFilter,
  type QueueCounts,
  type QueueView,
  queueViews,
} from '../../../shared/ipc/topics/queue.ts';
import type { ReadDb } from '../store/db.ts';
import { type CaseGroup, type Facet, groupsInScope, listGroups, sumOf } from './case-groups.ts';
import { type QueueScope, scopeOf } from './queue-scope.ts';

interface Settled {
  readonly device: string;
  readonly now: Instant;
  readonly found: readonly CaseId[] | null;
}

/** How many cases a scope holds. */
export function countScope(db: ReadDb, scope: QueueScope): number {
  return sumOf(groupsInScope(listGroups(db, scope), scope));
}

/**
 * Counts for every choice a person could make next: each view under the present filters, and each filter's choices with the
 * other filters as they are.
 */
export function countQueue(db: ReadDb, filter: ParsedQueueFilter, at: Settled): QueueCounts {
  const scope = scopeOf(filter, at);
  const groups = listGroups(db, scope);
  const inView = (view: QueueView): number =>
    sumOf(groupsInScope(groups, scopeOf({ ...filter, view, states: [] }, at)));
  const by = <Key extends string | number>(facet: Facet, keyOf: (group: CaseGroup) => Key): Record<Key, number> => {
    const sums = {} as Record<Key, number>;
    for (const group of groupsInScope(groups, scope, [facet])) {
      if (group.cases > 0) sums[keyOf(group)] = (sums[keyOf(group)] ?? 0) + group.cases;
    }
    return sums;
  };
  return {
    views: Object.fromEntries(queueViews.map((view) => [view, inView(view)])) as Record<QueueView, number>,
    categories: by<ReportCategory>('categories', (group) => group.category),
    languages: by('languages', (group) => group.language),
    communities: by('communities', (group) => group.community_id),
  };
}
