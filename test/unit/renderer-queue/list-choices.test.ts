import { describe, expect, it } from 'vitest';
import { waitUntil } from '../../../renderer/features/case/wait-until.ts';
import { compareRows } from '../../../renderer/features/conflicts/compare-rows.ts';
import {
  countFilters,
  emptyFilter,
  leavesWhenDecided,
  statesOf,
} from '../../../renderer/features/queue/queue-filter.ts';
import { sortingOf, sortOf } from '../../../renderer/features/queue/sorting.ts';
import type { RemoteStanding } from '../../../shared/ipc/topics/conflicts.ts';
import { queueSorts, queueViews } from '../../../shared/ipc/topics/queue.ts';

describe('filters', () => {
  it('count kinds, not values, and never the view', () => {
    expect(countFilters(emptyFilter('decided'))).toBe(0);
    expect(countFilters({ ...emptyFilter('open'), categories: ['hate', 'spam'], search: 'x', olderThanHours: 0 })).toBe(
      3,
    );
  });

  it('offer states that can occur in the view', () => {
    expect(statesOf('open')).not.toContain('decided');
    expect(statesOf('decided')).not.toContain('queued');
    expect(statesOf('all')).toEqual(expect.arrayContaining(['queued', 'decided']));
  });

  it('know which views a decided case leaves', () => {
    expect(queueViews.filter(leavesWhenDecided)).toEqual(['open', 'mine', 'waiting']);
  });
});

describe('orders', () => {
  it('go through the sorting state of the table and back', () => {
    for (const sort of queueSorts) expect(sortOf(sortingOf(sort))).toBe(sort);
    expect(sortOf([])).toBe('priority');
    expect(sortOf([{ id: 'reports', desc: false }])).toBe('reports');
  });
});

describe('putting off', () => {
  const now = new Date(2026, 10, 22, 23, 30).getTime();

  it('ends whole days in the morning', () => {
    const tomorrow = new Date(waitUntil('tomorrow', now));
    expect([tomorrow.getDate(), tomorrow.getHours(), tomorrow.getMinutes()]).toEqual([23, 9, 0]);
    expect(new Date(waitUntil('week', now)).getDate()).toBe(29);
  });

  it('counts hours from now', () => {
    expect(waitUntil('hours', now) - now).toBe(4 * 3_600_000);
  });
});

describe('comparing a conflict', () => {
  const seen: RemoteStanding = {
    readAt: 1,
    gone: false,
    reportState: 'open',
    assignedTo: null,
    resolvedBy: null,
    resolvedAt: null,
    accountState: 'active',
    category: 'hate',
  };

  it('marks what changed and only that', () => {
    const now = { ...seen, readAt: 2, reportState: 'resolved' as const, resolvedBy: 'sam', resolvedAt: 2 };
    const rows = compareRows({ seen, now, changed: ['state', 'resolvedBy'] });
    expect(rows.filter(({ changed }) => changed).map(({ field }) => field)).toEqual([
      'state',
      'resolvedBy',
      'resolvedAt',
    ]);
  });

  it('leaves out a closing that never was', () => {
    expect(compareRows({ seen, now: seen, changed: [] }).map(({ field }) => field)).not.toContain('resolvedAt');
  });
});
