import fc from 'fast-check';
import { expect, it } from 'vitest';
import { queueHandlers } from '../../../electron/data/queue/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { indexText } from '../../../electron/data/store/search/index-text.ts';
import { caseStates, isOpenCase, openCaseStates } from '../../../shared/domain/case.ts';
import { reportCategories } from '../../../shared/domain/report.ts';
import type { QueueCounts, QueuePage } from '../../../shared/ipc/topics/queue.ts';
import { type QueueFilter, queueFilter, queueSorts, queueViews } from '../../../shared/ipc/topics/queue.ts';
import { aCase } from '../../builders/case-work.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

interface Known {
  readonly id: number;
  readonly state: (typeof caseStates)[number];
  readonly category: (typeof reportCategories)[number];
  readonly language: string | null;
  readonly community: number;
  readonly claimed: string | null;
  readonly priority: number;
  readonly reports: number;
  readonly openedAt: number;
}

/** More cases than the queue fetches at once, so that both ways of reading are taken. */
function aFullQueue(cases: number): { context: DataContext; known: readonly Known[] } {
  const store = aStore();
  const context = aDataContext(store, { device: 'here' });
  const communities = [aCommunity(store.write), aCommunity(store.write)] as const;
  const known: Known[] = [];
  store.transaction((db) => {
    for (let number = 0; number < cases; number += 1) {
      const one = {
        state: caseStates[(number * 7) % caseStates.length]!,
        category: reportCategories[(number * 5) % reportCategories.length]!,
        language: ['en', 'ar', null][number % 3]!,
        community: communities[number % 2]!,
        claimed: [null, null, 'here', 'remote'][number % 4]!,
        priority: (number * 37) % 50,
        reports: (number * 11) % 9,
        openedAt: testNow - ((number * 13) % 97) * 3_600_000,
      };
      const id = aCase(db, one.community, {
        state: one.state,
        is_open: isOpenCase(one.state) ? 1 : 0,
        category: one.category,
        language: one.language,
        claimed_by: one.claimed,
        priority: one.priority,
        report_count: one.reports,
        opened_at: one.openedAt,
      });
      known.push({ ...one, id });
    }
  });
  return { context, known };
}

function fits(one: Known, filter: ReturnType<typeof queueFilter.parse>): boolean {
  const inView = {
    open: openCaseStates.includes(one.state as never),
    mine: openCaseStates.includes(one.state as never) && one.claimed === 'here',
    waiting: one.state === 'waiting',
    decided: one.state === 'decided' || one.state === 'archived',
    all: true,
  }[filter.view];
  const claim = filter.view === 'mine' ? 'me' : filter.claimedBy;
  return (
    inView &&
    (filter.states.length === 0 || filter.states.includes(one.state)) &&
    (filter.categories.length === 0 || filter.categories.includes(one.category)) &&
    (filter.languages.length === 0 || filter.languages.includes(one.language ?? '')) &&
    (filter.communityIds.length === 0 || filter.communityIds.includes(one.community)) &&
    (filter.olderThanHours === null || one.openedAt <= testNow - filter.olderThanHours * 3_600_000) &&
    (claim === 'anyone' ||
      (claim === 'me' && one.claimed === 'here') ||
      (claim === 'others' && one.claimed !== null && one.claimed !== 'here') ||
      (claim === 'nobody' && one.claimed === null))
  );
}

const orders = {
  priority: (a: Known, b: Known) => b.priority - a.priority || b.id - a.id,
  oldest: (a: Known, b: Known) => a.openedAt - b.openedAt || a.id - b.id,
  newest: (a: Known, b: Known) => b.openedAt - a.openedAt || b.id - a.id,
  reports: (a: Known, b: Known) => b.reports - a.reports || b.id - a.id,
};

it('answers pages, totals, counts and neighbours as filtering and sorting a plain list would', () => {
  const { context, known } = aFullQueue(4_000);
  const filters = fc.record({
    view: fc.constantFrom(...queueViews),
    states: fc.subarray([...caseStates], { maxLength: 2 }),
    categories: fc.subarray([...reportCategories], { maxLength: 3 }),
    languages: fc.subarray(['en', 'ar', ''], { maxLength: 2 }),
    communityIds: fc.subarray([...new Set(known.map((one) => one.community))], { maxLength: 1 }),
    olderThanHours: fc.option(fc.integer({ min: 0, max: 100 })),
    claimedBy: fc.constantFrom('anyone' as const, 'me' as const, 'others' as const, 'nobody' as const),
  });
  fc.assert(
    fc.property(
      filters,
      fc.constantFrom(...queueSorts),
      fc.nat({ max: 400 }),
      fc.integer({ min: 1, max: 60 }),
      (given, sort, offset, limit) => {
        const filter = queueFilter.parse(given satisfies QueueFilter);
        const expected = known.filter((one) => fits(one, filter)).sort(orders[sort]);
        const page = queueHandlers['queue.page'](context, { filter, sort, offset, limit }) as QueuePage;
        expect(page.rows.map((row) => row.caseId)).toEqual(expected.slice(offset, offset + limit).map((one) => one.id));
        expect(page.total).toBe(expected.length);
        const counts = queueHandlers['queue.counts'](context, { filter }) as QueueCounts;
        expect(counts.views[filter.view]).toBe(known.filter((one) => fits(one, { ...filter, states: [] })).length);
        const category = filter.categories[0] ?? 'spam';
        expect(counts.categories[category] ?? 0).toBe(
          known.filter((one) => fits(one, { ...filter, categories: [category] })).length,
        );
        const at = expected[offset];
        if (!at) return;
        const caseId = at.id;
        expect(queueHandlers['queue.neighbour'](context, { filter, sort, caseId, direction: 'next' })).toEqual({
          caseId: expected[offset + 1]?.id ?? null,
        });
        expect(queueHandlers['queue.neighbour'](context, { filter, sort, caseId, direction: 'previous' })).toEqual({
          caseId: expected[offset - 1]?.id ?? null,
        });
      },
    ),
    { numRuns: 150 },
  );
});

it('narrows to what a search finds, together with the filters', () => {
  const { context, known } = aFullQueue(200);
  const [one, other] = known.filter((each) => isOpenCase(each.state));
  context.write.transaction(() => {
    for (const each of [one!, other!]) {
      indexText(context.write, {
        kind: 'note',
        rowId: each.id,
        communityId: each.community as never,
        caseId: each.id as never,
        at: testNow,
        text: 'rainbow choir',
      });
    }
  })();
  const filter = queueFilter.parse({ search: 'rainbow', categories: [one!.category] });
  const page = queueHandlers['queue.page'](context, { filter, sort: 'priority', offset: 0, limit: 50 }) as QueuePage;
  const expected = [one!, other!].filter((each) => each.category === one!.category);
  expect(page.rows.map((row) => row.caseId).sort()).toEqual(expected.map((each) => each.id).sort());
  expect(page.total).toBe(expected.length);
});

it('gives another revision after every commit and the same one in between', () => {
  const { context, known } = aFullQueue(50);
  const ask = () =>
    queueHandlers['queue.page'](context, {
      filter: queueFilter.parse({}),
      sort: 'priority',
      offset: 0,
      limit: 10,
    }) as QueuePage;
  ask();
  const before = ask();
  expect(ask().revision).toBe(before.revision);
  context.write.prepare('UPDATE cases SET priority = 999 WHERE id = ?').run(known[0]!.id);
  expect(ask().revision).not.toBe(before.revision);
});
