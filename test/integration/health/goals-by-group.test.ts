import { beforeEach, describe, expect, it } from 'vitest';
import { goalHandlers } from '../../../electron/data/health/goals/handlers.ts';
import { anIdentityDesk, type IdentityDesk } from '../../builders/identity-desk.ts';
import { aPost } from '../../builders/new-activities.ts';
import { yesOrNo } from '../../builders/split-bench.ts';

const day = 86_400_000;
/** Two answers that many gave: nothing small stands beside them. */
const trans = { ...yesOrNo, key: 'trans status' };
let desk: IdentityDesk;

beforeEach(() => {
  const acts = Array.from({ length: 200 }, (_, at) => aPost(`m${at}`, Date.UTC(2025, 9, 1) + (at % 30) * day));
  desk = anIdentityDesk({ acts, question: trans });
  desk.answer(desk.members.slice(0, 160).map((member, at) => ({ member, answers: [at % 2 ? 'yes' : 'no'] })));
});

const list = () => goalHandlers['goals.list'](desk.context, { communityId: desk.communityId });
const toldSets = () => desk.vault.ensure().db.prepare('SELECT count(*) AS rows FROM told_sets').get();
const goal = { metricId: 'Z17', aim: 'group/trans%20status/yes', direction: 'at-least', target: 90 } as const;

const save = (values: { readonly metricId?: string; readonly aim?: string } = {}) =>
  goalHandlers['goals.save'](desk.context, { communityId: desk.communityId, ...goal, ...values });

describe('a goal by identity group', () => {
  it('can be set once somebody looked at the split, and judging it asks for no other', async () => {
    const { without } = await goalHandlers['goals.metrics'](desk.context, { communityId: desk.communityId });
    expect(without).toContainEqual({ metricId: 'Z17', dashboard: 'outreach', why: 'split-not-told' });
    expect(toldSets()).toEqual({ rows: 0 });
    const view = await desk.ask();
    const before = toldSets();
    await save();
    await save({ metricId: 'Z21', aim: 'coverage/trans%20status' });
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
    await desk.ask();
    await save();
    expect((await list()).notices).toHaveLength(1);
    desk.clock.advance(7 * day);
    const { goals, notices } = await list();
    expect(goals[0]).toMatchObject({ state: 'unknown', silence: 'not-told', words: [{}, { name: 'trans status' }] });
    expect(notices).toEqual([]);
    await desk.ask();
    expect((await list()).notices.map(({ period }) => period)).toEqual(['2026-10-12']);
    expect(desk.context.read.prepare('SELECT period FROM health_notices').all()).toEqual([{ period: '2026-10-12' }]);
    expect(desk.context.read.prepare('SELECT * FROM health_goal_values').all()).toEqual([]);
  });

  it('says nothing once the answers are erased', async () => {
    await desk.ask();
    await save();
    expect((await list()).notices).toHaveLength(1);
    desk.vault.erase();
    const { goals, notices } = await list();
    expect(goals[0]).toMatchObject({ state: 'unknown', value: { mark: 'unavailable' } });
    expect(notices).toEqual([]);
  });
});
