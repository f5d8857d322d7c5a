import { beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { goalHandlers } from '../../../electron/data/health/goals/handlers.ts';
import { attachIdentity } from '../../../electron/data/identity/identity-of.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { createActivityWriter } from '../../../electron/data/store/activities/commands.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { anIdentityVault, answerQuestion, aQuestion } from '../../builders/identity.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

const day = 86_400_000;
/** Two answers that many gave: nothing small stands beside them. */
const trans = aQuestion({
  key: 'trans status',
  kind: 'trans-status',
  several: false,
  freeTerm: false,
  answers: ['yes', 'no'].map((code) => ({ code, labels: { en: code }, written: [] })),
});
let store: Store;
let clock: TestClock;
let context: DataContext;
let communityId: CommunityId;
let vault: ReturnType<typeof anIdentityVault>;

beforeEach(() => {
  store = aStore();
  clock = aClock(Date.UTC(2026, 9, 5, 12));
  context = aDataContext(store, { clock });
  communityId = aCommunity(store.write, { time_zone: 'UTC' });
  vault = anIdentityVault(store);
  attachIdentity(context, vault);
  settle(200);
  const members = store.read.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').all(communityId);
  const answers = (members as { id: MemberId }[]).map(({ id }, at) => ({
    member: id,
    answers: [at % 2 ? 'yes' : 'no'],
  }));
  answerQuestion(store.write, vault.ensure(), communityId, answers.slice(0, 160), trans);
});

function settle(count: number): void {
  const writer = createActivityWriter(store.write, { communityId, importId: null, now: clock.at });
  const acts = Array.from({ length: count }, (_, at) => {
    const member = `m${at}`;
    const when = Date.UTC(2025, 9, 1) + (at % 30) * day;
    const key = Buffer.from(member);
    const rest = { target: null, kind: 'post', level: 2, space: null, thread: null, mayRepeat: false } as const;
    return { ...rest, member, at: when, day: Math.floor(when / day), key, parentKey: null, flags: 0 };
  });
  store.transaction(() => writer.add(acts));
}

const list = () => goalHandlers['goals.list'](context, { communityId });
const look = () =>
  dashboardHandlers['health.split'](context, {
    communityId,
    question: trans.key,
    measure: 'representation',
    cross: 'none',
  });
const toldSets = () => vault.ensure().db.prepare('SELECT count(*) AS rows FROM told_sets').get();
const goal = { metricId: 'Z17', aim: 'group/trans%20status/yes', direction: 'at-least', target: 90 } as const;

describe('a goal by identity group', () => {
  it('can be set once somebody looked at the split, and judging it asks for no other', async () => {
    const { without } = await goalHandlers['goals.metrics'](context, { communityId });
    expect(without).toContainEqual({ metricId: 'Z17', dashboard: 'outreach', why: 'split-not-told' });
    expect(toldSets()).toEqual({ rows: 0 });
    const view = await look();
    const before = toldSets();
    await goalHandlers['goals.save'](context, { communityId, ...goal });
    await goalHandlers['goals.save'](context, {
      communityId,
      ...goal,
      metricId: 'Z21',
      aim: 'coverage/trans%20status',
    });
    const { goals, notices } = await list();
    const rows = view.chart?.shape.kind === 'dots' ? view.chart.shape.rows : [];
    const yes = rows.find(({ id }) => id === 'yes');
    expect(goals[0]).toMatchObject({
      value: yes?.value,
      state: 'missed',
      steps: [],
      words: [yes?.label, { name: 'trans status' }],
    });
    expect(goals[1]?.value).toEqual(view.coverage.facets[0]?.rows[0]?.value);
    expect(notices[0]).toMatchObject({ goalId: goals[0]?.goalId, period: '2026-10-05' });
    expect(toldSets()).toEqual(before);
  });

  it('says nothing of a week in which nobody looked, and of earlier weeks keeps nothing', async () => {
    await look();
    await goalHandlers['goals.save'](context, { communityId, ...goal });
    expect((await list()).notices).toHaveLength(1);
    clock.advance(7 * day);
    const { goals, notices } = await list();
    expect(goals[0]).toMatchObject({ state: 'unknown', silence: 'not-told', words: [{}, { name: 'trans status' }] });
    expect(notices).toEqual([]);
    await look();
    expect((await list()).notices.map(({ period }) => period)).toEqual(['2026-10-12']);
    expect(context.read.prepare('SELECT period FROM health_notices').all()).toEqual([{ period: '2026-10-12' }]);
    expect(context.read.prepare('SELECT * FROM health_goal_values').all()).toEqual([]);
  });

  it('says nothing once the answers are erased', async () => {
    await look();
    await goalHandlers['goals.save'](context, { communityId, ...goal });
    expect((await list()).notices).toHaveLength(1);
    vault.erase();
    const { goals, notices } = await list();
    expect(goals[0]).toMatchObject({ state: 'unknown', value: { mark: 'unavailable' } });
    expect(notices).toEqual([]);
  });
});
