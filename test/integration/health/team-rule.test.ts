import { beforeEach, describe, expect, it } from 'vitest';
import { communityHandlers } from '../../../electron/data/communities/handlers.ts';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { healthHandlers } from '../../../electron/data/health/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aCommunity } from '../../builders/people.ts';
import { saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

const DAY = 86_400_000;
const at = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);
let store: ReturnType<typeof aStore>;
let context: DataContext;
let clock: TestClock;
let communityId: CommunityId;

/** Forty members who write every fortnight of a year, of whom three moderate and one is marked by the platform. */
beforeEach(() => {
  store = aStore();
  clock = aClock(at(2026, 5, 10));
  let calls = 0;
  context = { ...aDataContext(store, { clock }), revisionOf: () => ++calls };
  communityId = aCommunity(store.write, { platform: 'import', time_zone: 'UTC', data_begin: 'with-community' });
  const acts = Array.from({ length: 40 }, (_, member) =>
    Array.from({ length: 27 }, (_none, fortnight) =>
      aPost(`m${member}`, at(2026, 1, 5) + (fortnight * 14 + (member % 7)) * DAY),
    ),
  ).flat();
  // One joins as a moderator in the third quarter.
  acts.push(...[0, 40, 80].map((after) => aPost('new', at(2026, 8, 3) + after * DAY)));
  addActivities(store.write, communityId, acts, clock.at);
  for (const member of ['m0', 'm1', 'm2', 'new'])
    saveRecord(context, communityId, 'role', { member, role: 'moderator', startDay: '2026-01-01', endDay: '' });
  saveRecord(context, communityId, 'role', { member: 'm5', role: 'host', startDay: '2026-01-01', endDay: '' });
  store.write.prepare("UPDATE members SET is_staff = 1 WHERE remote_id = 'm3'").run();
});

const choose = (isCounted: boolean) =>
  communityHandlers['communities.setTeamCounted'](context, { communityId, isCounted });
const rule = () => communityHandlers['communities.teamRule'](context, { communityId });
const moveTo = (instant: number) => clock.advance(instant - clock.at);

async function chartOf(metricId: string, dashboard: 'resilience' | 'moderation' | 'connection' = 'resilience') {
  const input = { communityId, dashboard, unit: 'quarter', all: true, jobId: 'look' } as never;
  const { charts } = await dashboardHandlers['health.dashboard'](context, input);
  const chart = charts.find((one) => one.metricId === metricId);
  if (!chart) throw new Error(`no chart of ${metricId}`);
  return chart;
}

/** Exact wholes of a series by the first day of the quarter. */
async function wholesOf(metricId: string) {
  const { shape } = await chartOf(metricId);
  if (shape.kind !== 'series') throw new Error(shape.kind);
  return Object.fromEntries(
    shape.series.flatMap(({ rows }) =>
      rows.flatMap(({ period, value }) => (period && 'value' in value ? [[period.start, value.value]] : [])),
    ),
  );
}

describe('a community that does not count its team', () => {
  it('does so from the next quarter on, says since when, and takes a choice back until then', async () => {
    expect(await rule()).toEqual({ isCounted: true, since: null, next: null, changesFrom: '2026-07-01' });
    const next = { from: '2026-07-01', isCounted: false };
    expect(await choose(false)).toEqual({ isCounted: true, since: null, next, changesFrom: '2026-07-01' });
    expect(await choose(true)).toMatchObject({ next: null });
    await choose(false);
    moveTo(at(2026, 7, 1));
    const inForce = { isCounted: false, since: '2026-07-01', next: null, changesFrom: '2026-10-01' };
    expect(await rule()).toEqual(inForce);
    expect(await choose(true)).toEqual({ ...inForce, next: { from: '2026-10-01', isCounted: true } });
    expect(() => communityHandlers['communities.teamRule'](context, { communityId: 99 })).toThrow();
  });

  it('counts quarters before as they were and later ones without it, and compares none of one with the other', async () => {
    moveTo(at(2026, 12, 20));
    const before = await wholesOf('Z12');
    expect(before).toMatchObject({ '2026-01-01': 40, '2026-04-01': 40, '2026-07-01': 41 });
    moveTo(at(2026, 5, 10));
    await choose(false);
    moveTo(at(2026, 12, 20));
    // Three moderators, one whom the platform marks, and the one who came as a moderator; the host is a member.
    expect(await wholesOf('Z12')).toMatchObject({ '2026-01-01': 40, '2026-04-01': 40, '2026-07-01': 36 });
    const chart = await chartOf('Z12');
    expect(chart.caveats.map(({ key }) => key)).toContain('charts:team.inPeriod');
    expect(chart.comparison).toEqual({ key: 'charts:team.notComparable', params: {} });
    expect(chart.team).toBeUndefined();
    const load = await chartOf('M9', 'moderation');
    expect(load.caveats.map(({ key }) => key)).toContain('charts:team.stays.helpers');
  });

  it('leaves whoever came as one of the team out of return and stay, and nobody who joined it later', async () => {
    const ask = () =>
      healthHandlers['health.view'](context, {
        ...{ jobId: 'look', communityId, spaceId: null, unit: 'quarter', level: 2, gapDays: 90 },
      } as never);
    moveTo(at(2026, 12, 20));
    const sizes = ({ retention }: Awaited<ReturnType<typeof ask>>) =>
      retention?.cohorts.map(({ size }) => ('value' in size ? size.value : size.mark));
    expect(sizes(await ask())).toEqual([40, 0, 1, 0]);
    moveTo(at(2026, 5, 10));
    await choose(false);
    moveTo(at(2026, 12, 20));
    const view = await ask();
    expect(sizes(view)).toEqual([40, 0, 0, 0]);
    expect(view.retention?.caveats.map(({ key }) => key)).toContain('caveats.team.byJoining');
    expect(view.stay?.caveats.map(({ key }) => key)).toContain('caveats.team.byJoining');
  });
});

describe('a reader who knows who is on the team', () => {
  const csvOf = async (metricId: string) =>
    (await dashboardHandlers['health.metricCsv'](context, { communityId, metricId, unit: 'quarter' })).text;
  const rowOf = (csv: string, start: string) =>
    csv
      .split('\r\n')
      .filter((line) => line.includes(start))
      .join('\n');

  it('is told no quarter with the team and without, by choosing one way and the other between exports', async () => {
    moveTo(at(2026, 4, 20));
    const first = await csvOf('Z12');
    await choose(false);
    // The first quarter exported again, before and after the change comes into force.
    expect(await csvOf('Z12')).toBe(first);
    moveTo(at(2026, 10, 20));
    const third = await csvOf('Z12');
    expect(rowOf(third, '2026-01-01')).toBe(rowOf(first, '2026-01-01'));
    await choose(true);
    moveTo(at(2027, 1, 20));
    const fourth = await csvOf('Z12');
    for (const start of ['2026-01-01', '2026-04-01', '2026-07-01']) {
      expect(rowOf(fourth, start)).not.toBe('');
      expect(rowOf(fourth, start)).toBe(rowOf(third, start));
    }
  });

  it('is told nobody by making them moderators after a quarter was told', async () => {
    await choose(false);
    moveTo(at(2026, 10, 20));
    const third = await csvOf('Z12');
    for (const member of ['m7', 'm8', 'm9'])
      saveRecord(context, communityId, 'role', { member, role: 'moderator', startDay: '2026-07-01', endDay: '' });
    store.write.prepare("UPDATE members SET is_staff = 1 WHERE remote_id = 'm10'").run();
    moveTo(at(2027, 1, 20));
    expect(rowOf(await csvOf('Z12'), '2026-07-01')).toBe(rowOf(third, '2026-07-01'));
  });
});
