import { beforeEach, describe, expect, it } from 'vitest';
import { communityHandlers } from '../../../electron/data/communities/handlers.ts';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { listPromises } from '../../../electron/data/store/promises/promises.ts';
import type { ReplyPromise } from '../../../shared/domain/health/reply-promise.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aStore } from '../../builders/store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let context: DataContext;
let clock: TestClock;
let communityId: CommunityId;

beforeEach(async () => {
  // Still the 30th of June in New York, already July where most clocks are set.
  clock = aClock(Date.UTC(2026, 6, 1, 2));
  context = aDataContext(aStore(), { clock });
  const made = { name: 'Garden', timeZone: 'America/New_York', holdsPersonalData: true };
  ({ id: communityId } = await communityHandlers['communities.createForImport'](context, made));
});

const read = () => communityHandlers['communities.promise'](context, { communityId }) as ReplyPromise;
const set = (hours: 1 | 4 | 12 | 24 | null) =>
  communityHandlers['communities.setPromise'](context, { communityId, hours }) as ReplyPromise;

describe('a promise to answer', () => {
  it('counts from the next quarter of the community’s own calendar on, and is changed until then alone', () => {
    expect(read()).toEqual({ now: null, next: null, nextQuarter: '2026-07-01' });
    expect(set(12)).toEqual({ now: null, next: { hours: 12, from: '2026-07-01' }, nextQuarter: '2026-07-01' });
    expect(set(4)).toEqual({ now: null, next: { hours: 4, from: '2026-07-01' }, nextQuarter: '2026-07-01' });
    clock.at += 3 * HOUR;
    const begun = { now: { hours: 4, from: '2026-07-01' }, next: null, nextQuarter: '2026-10-01' };
    expect(read()).toEqual(begun);
    expect(set(24)).toEqual({ ...begun, next: { hours: 24, from: '2026-10-01' } });
    // Back to what is in force: nothing is to change.
    expect(set(4)).toEqual(begun);
    expect(set(null)).toEqual({ ...begun, next: { hours: null, from: '2026-10-01' } });
    clock.at += 100 * DAY;
    expect(read()).toEqual({ now: { hours: null, from: '2026-10-01' }, next: null, nextQuarter: '2027-01-01' });
  });

  it('is of one community, goes with it, and of none is refused', async () => {
    set(12);
    const other = { name: 'Harbour', timeZone: 'UTC', holdsPersonalData: true };
    const { id } = await communityHandlers['communities.createForImport'](context, other);
    expect(communityHandlers['communities.promise'](context, { communityId: id })).toMatchObject({ next: null });
    await communityHandlers['communities.erase'](context, { communityId, confirm: 'erase' });
    expect(listPromises(context.write, communityId)).toEqual([]);
    expect(() => set(12)).toThrow(HearthError);
  });

  it('is what the chart of a quarter is told at, and the chart says since when', async () => {
    set(12);
    clock.at = Date.UTC(2026, 9, 20);
    const asked = Array.from({ length: 40 }, (_, at) => Date.UTC(2026, 6, 2 + at, 15));
    addActivities(
      context.write,
      communityId,
      [
        ...asked.flatMap((instant, at) => [
          { ...aPost(`p${at}`, instant), thread: `t${at}`, flags: 1 },
          { ...aPost('host', instant + (at % 2 === 0 ? 6 : 20) * HOUR), thread: `t${at}`, target: `p${at}` },
        ]),
        aPost('host', Date.UTC(2026, 9, 5)),
      ],
      clock.at,
    );
    context.changed(['activities']);
    const question = { communityId, dashboard: 'connection', unit: 'quarter', all: true } as const;
    const { charts } = await dashboardHandlers['health.dashboard'](context, question);
    const chart = charts.find(({ metricId }) => metricId === 'R4');
    const shape = chart?.shape.kind === 'curves' ? chart.shape : undefined;
    expect(shape?.series[0]?.marks).toEqual([{ at: 12, share: expect.objectContaining({ value: 50 }) }]);
    expect(chart?.finding).toMatchObject({ key: 'connection:R4.finding', params: { at: 12, share: 0.5 } });
    expect(chart?.caveats).toContainEqual({
      key: 'connection:promise.since',
      params: { hours: 12, start: Date.UTC(2026, 6, 1, 12) },
    });
  });
});
