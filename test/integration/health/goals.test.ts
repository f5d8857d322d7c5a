import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { goalHandlers } from '../../../electron/data/health/goals/handlers.ts';
import { importHandlers } from '../../../electron/data/platforms/files/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { dataContract } from '../../../shared/ipc/contract.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { insertRow } from '../../builders/insert-row.ts';
import { aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const day = 86_400_000;
let context: DataContext;
let clock: TestClock;
let communityId: number;

beforeEach(() => {
  const store = aStore();
  clock = aClock(Date.UTC(2026, 6, 20));
  // Every call counts anew, as it does after an import.
  let calls = 0;
  context = { ...aDataContext(store, { clock }), revisionOf: () => ++calls };
  communityId = aCommunity();
});

function aCommunity(): number {
  return insertRow(context.write, 'communities', {
    name: 'Test',
    platform: 'import',
    connection: 'disconnected',
    time_zone: 'UTC',
    created_at: clock.at,
  });
}

async function importMessages(rows: readonly (readonly [from: string, to: string, at: number])[]): Promise<void> {
  const file = join(aTempFolder(), 'messages.csv');
  writeFileSync(file, `from,to,at\n${rows.map(([from, to, at]) => `${from},${to},${at / 1000}`).join('\n')}\n`);
  const { suggested: mapping } = await importHandlers['imports.inspect'](context, { file });
  const { jobId } = await importHandlers['imports.start'](context, { file, mapping, timeZone: 'UTC', communityId });
  expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished' });
}
/** Eighty people who write for the first time within forty days, of whom every second is answered a day later. */
function newcomers(name: string, start: number) {
  return Array.from({ length: 80 }, (_, at) => {
    const joined = start + (at % 40) * day;
    const writes = [`${name}${at}`, 'host', joined] as const;
    return at % 2 === 0 ? [writes, ['host', `${name}${at}`, joined + day] as const] : [writes];
  }).flat();
}

const firstQuarters = [...newcomers('a', Date.UTC(2026, 0, 5)), ...newcomers('b', Date.UTC(2026, 3, 6))];
/** Somebody writes late, so that the quarters before are complete. */
const lifeGoesOn = (at: number) => ['host', 'a0', at] as const;
const now = Date.UTC(2026, 6, 19);

const list = () => goalHandlers['goals.list'](context, { communityId });
async function setGoal(metricId: string, direction: 'at-least' | 'at-most', target: number, aim = ''): Promise<number> {
  await goalHandlers['goals.save'](context, { communityId, metricId, aim, direction, target });
  return (await list()).goals.find((goal) => goal.metricId === metricId && goal.aim === aim)?.goalId ?? 0;
}
async function annotationsOn(metricId: string) {
  const question = { communityId, dashboard: 'connection', unit: 'quarter', all: true } as const;
  const { charts } = await dashboardHandlers['health.dashboard'](context, question);
  return charts.find((chart) => chart.metricId === metricId && chart.shape.kind === 'series')?.annotations;
}

describe('a goal', () => {
  beforeEach(() => importMessages([...firstQuarters, lifeGoesOn(now)]));

  it('stands beside what the dashboards publish of the newest complete quarter', async () => {
    const { metrics } = await goalHandlers['goals.metrics'](context, { communityId });
    const share = metrics.find(({ metricId }) => metricId === 'R1')?.value;
    // Forty of eighty: Wilson, 95 percent, over rounded counts.
    expect(share).toEqual({ mark: 'shown', value: 50, lower: 39, upper: 61 });
    await setGoal('R1', 'at-least', 30);
    const { goals, notices } = await list();
    expect(goals).toHaveLength(1);
    expect(goals[0]).toMatchObject({
      metricId: 'R1',
      dashboard: 'connection',
      direction: 'at-least',
      target: 30,
      unit: 'percent',
      value: share,
      period: { start: '2026-04-01', end: '2026-06-30', complete: true },
      state: 'met',
    });
    expect(notices).toEqual([]);
  });

  it('is not judged while the target lies inside the interval', async () => {
    await setGoal('R1', 'at-least', 60);
    const { goals, notices } = await list();
    expect(goals.map(({ state }) => state)).toEqual(['unclear']);
    expect(notices).toEqual([]);
  });

  it('leaves one notice when it is missed, however often somebody looks', async () => {
    const goalId = await setGoal('R1', 'at-least', 80);
    clock.advance(day);
    await list();
    const { goals, notices } = await list();
    expect(goals[0]?.state).toBe('missed');
    const noticedAt = clock.at - day;
    const notice = { goalId, metricId: 'R1', dashboard: 'connection', period: '2026-04-01', noticedAt };
    expect(notices).toEqual([notice]);
  });

  it('keeps quiet for the quarter once the notice is put away, and speaks again in the next', async () => {
    const goalId = await setGoal('R1', 'at-least', 80);
    await goalHandlers['goals.dismiss'](context, { communityId, goalId, period: '2026-04-01' });
    expect((await list()).notices).toEqual([]);
    clock.at = Date.UTC(2026, 9, 20);
    await importMessages([...newcomers('c', Date.UTC(2026, 6, 6)), lifeGoesOn(Date.UTC(2026, 9, 19))]);
    const { goals, notices } = await list();
    expect(goals[0]).toMatchObject({ state: 'missed', period: { start: '2026-07-01' } });
    expect(notices.map(({ period }) => period)).toEqual(['2026-07-01']);
  });

  it('is replaced by a new one for the same metric, which starts without notices', async () => {
    await setGoal('R1', 'at-least', 80);
    expect((await list()).notices).toHaveLength(1);
    await setGoal('R1', 'at-most', 70);
    const { goals, notices } = await list();
    expect(goals.map(({ direction, target, state }) => [direction, target, state])).toEqual([['at-most', 70, 'met']]);
    expect(notices).toEqual([]);
  });

  it('goes with its notices when it is removed, for good a day later', async () => {
    const goalId = await setGoal('R1', 'at-least', 80);
    await goalHandlers['goals.remove'](context, { communityId, goalId });
    const { goals, notices } = await list();
    expect([goals, notices]).toEqual([[], []]);
    clock.advance(day + 1);
    await list();
    expect(context.read.prepare('SELECT count(*) AS rows FROM health_notices').get()).toEqual({ rows: 0 });
    const restore = async () => goalHandlers['goals.restore'](context, { communityId, goalId });
    await expect(restore()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('comes back with its notice still put away', async () => {
    const goalId = await setGoal('R1', 'at-least', 80);
    await goalHandlers['goals.dismiss'](context, { communityId, goalId, period: '2026-04-01' });
    await goalHandlers['goals.remove'](context, { communityId, goalId });
    await goalHandlers['goals.restore'](context, { communityId, goalId });
    const { goals, notices } = await list();
    expect(goals.map((goal) => goal.goalId)).toEqual([goalId]);
    expect(notices).toEqual([]);
  });

  it('set again as it is keeps what was put away', async () => {
    const goalId = await setGoal('R1', 'at-least', 80);
    await goalHandlers['goals.dismiss'](context, { communityId, goalId, period: '2026-04-01' });
    expect(await setGoal('R1', 'at-least', 80)).toBe(goalId);
    expect((await list()).notices).toEqual([]);
  });

  it('is set for each number of a curve, of return, of staying and of the flow of members', async () => {
    const aims = (await goalHandlers['goals.metrics'](context, { communityId })).metrics.map(
      ({ metricId, aim }) => `${metricId} ${aim}`,
    );
    for (const aim of ['Z4 return/1', 'Z8 share/30', 'Z8 share/90', 'Z8 median', 'Z9 part/new', 'Z9 part/dormant']) {
      expect(aims).toContain(aim);
    }
    await setGoal('Z8', 'at-least', 60, 'share/90');
    await setGoal('Z8', 'at-least', 5, 'share/30');
    await setGoal('Z9', 'at-least', 1000, 'part/new');
    const { goals } = await list();
    expect(goals.map(({ metricId, aim, unit }) => [metricId, aim, unit])).toEqual([
      ['Z8', 'share/90', 'percent'],
      ['Z8', 'share/30', 'percent'],
      ['Z9', 'part/new', 'count'],
    ]);
    expect(goals[0]?.words).toEqual([{ key: 'goals:aim.after.days', params: { count: 90 } }]);
    // Of the newest complete month.
    expect(goals[2]).toMatchObject({ state: 'missed', period: { start: '2026-06-01', end: '2026-06-30' } });
  });

  it('of a number without a period is noticed once in each quarter, and again after it was put away', async () => {
    const goalId = await setGoal('Z8', 'at-least', 30, 'median');
    expect((await list()).notices.map(({ period }) => period)).toEqual(['2026-04-01']);
    await goalHandlers['goals.dismiss'](context, { communityId, goalId, period: '2026-04-01' });
    expect((await list()).notices).toEqual([]);
    clock.at = Date.UTC(2026, 9, 20);
    await importMessages([...newcomers('c', Date.UTC(2026, 6, 6)), lifeGoesOn(Date.UTC(2026, 9, 19))]);
    const { notices, goals } = await list();
    expect(notices.map(({ period }) => period)).toEqual(['2026-07-01']);
    // What was told then stands beside what is told now.
    expect(goals[0]?.steps.map(({ period }) => period.start)).toEqual(['2026-04-01', '2026-07-01']);
  });

  it('says nothing about a metric that tells no number, and still knows its dashboard', async () => {
    await setGoal('Z25', 'at-least', 3);
    await setGoal('Z13', 'at-most', 1);
    const { goals, notices } = await list();
    expect(goals).toMatchObject([
      { metricId: 'Z25', dashboard: 'outreach', value: { mark: 'unavailable' }, period: null, state: 'unknown' },
      { metricId: 'Z13', dashboard: 'resilience', value: { mark: 'open' }, state: 'unknown' },
    ]);
    expect(notices).toEqual([]);
  });

  it('belongs to one community', async () => {
    const goalId = await setGoal('R1', 'at-least', 80);
    const foreign = { communityId: aCommunity(), goalId };
    const refused = { code: 'not-found' };
    const remove = async () => goalHandlers['goals.remove'](context, foreign);
    await expect(remove()).rejects.toMatchObject(refused);
    const dismiss = async () => goalHandlers['goals.dismiss'](context, { ...foreign, period: '2026-04-01' });
    await expect(dismiss()).rejects.toMatchObject(refused);
    const goal = { metricId: 'R1', aim: '', direction: 'at-least', target: 1 } as const;
    const save = async () => goalHandlers['goals.save'](context, { communityId: 999, ...goal });
    await expect(save()).rejects.toMatchObject(refused);
    const unknown = async () => goalHandlers['goals.save'](context, { communityId, ...goal, metricId: 'Q1' });
    await expect(unknown()).rejects.toMatchObject(refused);
    const group = async () =>
      goalHandlers['goals.save'](context, { communityId, ...goal, metricId: 'Z17', aim: 'group/gender/woman' });
    await expect(group()).rejects.toMatchObject(refused);
    const below = async () => goalHandlers['goals.save'](context, { communityId, ...goal, target: -1 });
    await expect(below()).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(goalHandlers['goals.list'](context, { communityId: 999 })).rejects.toMatchObject(refused);
    expect((await list()).notices).toHaveLength(1);
  });
});

describe('what the contract takes as a goal', () => {
  const goal = { communityId: 1, metricId: 'R1', direction: 'at-least', target: 80 };
  const { input } = dataContract['goals.save'];

  it('is a metric, a direction and a target of at most a million', () => {
    expect(input.safeParse(goal).success).toBe(true);
    expect(input.safeParse({ ...goal, target: 0 }).success).toBe(true);
  });

  it.each([
    ['a target far below zero', { target: -101 }],
    ['too large a target', { target: 1_000_001 }],
    ['no number', { target: Number.NaN }],
    ['an endless number', { target: Number.POSITIVE_INFINITY }],
    ['words', { target: '80' }],
    ['another direction', { direction: 'about' }],
    ['an extra picture of a metric', { metricId: 'R3_hours' }],
    ['anything besides', { member: 'sam' }],
  ])('is not %s', (_, wrong) => {
    expect(input.safeParse({ ...goal, ...wrong }).success).toBe(false);
  });
});

describe('a remembered day', () => {
  const add = async (at: string, text: string) =>
    goalHandlers['annotations.add'](context, { communityId, day: at, text });
  const all = async () => goalHandlers['annotations.list'](context, { communityId });

  it('stands on charts over time until it is removed', async () => {
    await importMessages([...firstQuarters, lifeGoesOn(now)]);
    const { id: later } = await add('2026-05-01', 'New welcome text');
    await add('2026-02-03', 'Festival');
    expect(await all()).toMatchObject([
      { day: '2026-02-03', text: 'Festival' },
      { id: later, day: '2026-05-01', text: 'New welcome text' },
    ]);
    expect(await annotationsOn('R1')).toEqual([
      { day: '2026-02-03', text: 'Festival' },
      { day: '2026-05-01', text: 'New welcome text' },
    ]);
    await goalHandlers['annotations.remove'](context, { communityId, annotationId: later });
    expect(await annotationsOn('R1')).toEqual([{ day: '2026-02-03', text: 'Festival' }]);
  });

  it('stays where it is when another community asks for its removal', async () => {
    const { id: annotationId } = await add('2026-02-03', 'Festival');
    await goalHandlers['annotations.remove'](context, { communityId: aCommunity(), annotationId });
    expect(await all()).toHaveLength(1);
  });

  it('is a day of the calendar, in a community that there is', async () => {
    await expect(add('2026-06-31', 'No such day')).rejects.toMatchObject({ code: 'invalid-input' });
    communityId = 999;
    await expect(add('2026-06-30', 'Nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is a few words', () => {
    const { input } = dataContract['annotations.add'];
    const note = { communityId: 1, day: '2026-02-03', text: ` ${'x'.repeat(200)} ` };
    expect(input.parse(note).text).toHaveLength(200);
    expect(input.safeParse({ ...note, text: 'x'.repeat(201) }).success).toBe(false);
    expect(input.safeParse({ ...note, text: '  ' }).success).toBe(false);
    expect(input.safeParse({ ...note, day: '3.2.2026' }).success).toBe(false);
  });
});
