import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../electron/data/queue/queue-scope.ts';
import {
  foundQuery,
  groupedQuery,
  orderedQuery,
  type Query,
  type QueueSort,
} from '../../../electron/data/queue/queue-sql.ts';
import type { ReadDb } from '../../../electron/data/store/db.ts';
import { type QueueFilter, queueFilter, queueSorts } from '../../../shared/ipc/topics/queue.ts';
import { aStore } from '../../builders/store.ts';

function planOf(db: ReadDb, query: Query): string {
  const rows = db.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.parameters, 50, 0) as { detail: string }[];
  return rows.map((row) => row.detail).join('\n');
}

function scope(filter: QueueFilter) {
  return scopeOf(queueFilter.parse(filter), { device: 'here', now: 0, found: null });
}

const fromTop = { from: null, inclusive: true, backwards: false };
const onward = { from: { key: 1, id: 1 }, inclusive: false, backwards: false };
const back = { from: { key: 1, id: 1 }, inclusive: false, backwards: true };

const filters: readonly QueueFilter[] = [
  { view: 'open' },
  { view: 'all' },
  { view: 'decided' },
  { view: 'open', categories: ['spam'] },
  { view: 'all', categories: ['spam', 'hate'], communityIds: [1], languages: ['ar'] },
  { view: 'open', claimedBy: 'others', olderThanHours: 24, states: ['queued'] },
];

describe('the plans of the queue', () => {
  it.each(queueSorts.flatMap((sort) => filters.map((filter) => [sort, JSON.stringify(filter)] as [QueueSort, string])))(
    'sorted by %s, filtered by %s, follow a covering index without sorting',
    (sort, filter) => {
      const store = aStore();
      for (const stretch of [fromTop, onward, back]) {
        const plan = planOf(store.read, orderedQuery(scope(JSON.parse(filter)), sort, stretch));
        expect(plan).toMatch(/SEARCH cases USING COVERING INDEX cases_queue_/);
        expect(plan).not.toMatch(/SCAN cases|TEMP B-TREE/);
      }
    },
  );

  it('find the cases of a few groups in the index alone', () => {
    const store = aStore();
    const group = {
      community_id: 1,
      state: 'queued',
      category: 'spam',
      language: '',
      claimed_by: '',
      cases: 1,
    } as const;
    const plan = planOf(store.read, groupedQuery([group], scope({}), 'priority', fromTop));
    expect(plan).toMatch(
      /SEARCH c USING COVERING INDEX cases_queue_groups \(community_id=\? AND state=\? AND category=\? AND language=\? AND claimed_by=\?/,
    );
  });

  it('look up what a search found by number', () => {
    const store = aStore();
    const plan = planOf(store.read, foundQuery([1, 2], scope({}), 'priority', fromTop));
    expect(plan).toMatch(/SEARCH c USING INTEGER PRIMARY KEY/);
    expect(plan).not.toMatch(/SCAN c\b/);
  });
});
