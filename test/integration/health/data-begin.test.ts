import { beforeEach, describe, expect, it } from 'vitest';
import { communityHandlers } from '../../../electron/data/communities/handlers.ts';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { earlierRule } from '../../../electron/data/health/facts/joined-earlier.ts';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { healthHandlers } from '../../../electron/data/health/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import type { DataBegin } from '../../../shared/domain/community.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aStore } from '../../builders/store.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const now = start + 400 * DAY;
const question = { unit: 'month', level: 2, gapDays: 90 } as const;
const mayBeOlder = { key: 'caveats.mayBeOlder', params: {} };
let context: DataContext;
let communityId: CommunityId;

/** Thirty met on the first day, twenty on day 89, ten on day 90, nobody with a join date; one writes on to the end. */
beforeEach(async () => {
  const store = aStore();
  context = aDataContext(store, { clock: aClock(now) });
  const made = { name: 'Garden', timeZone: 'UTC', holdsPersonalData: true };
  ({ id: communityId } = await communityHandlers['communities.createForImport'](context, made));
  const met = [...Array(30).fill(0), ...Array(20).fill(89), ...Array(10).fill(90)] as number[];
  const acts = met.map((day, at) => aPost(`p${at}`, start + day * DAY));
  addActivities(store.write, communityId, [...acts, aPost('p0', start + 399 * DAY)], now);
});

const answer = (dataBegin: DataBegin) => communityHandlers['communities.update'](context, { communityId, dataBegin });
/** Written past the calls, so it is said that something changed. */
const joined = (member: string, days: number) => {
  context.write.prepare('UPDATE members SET joined_at = ? WHERE remote_id = ?').run(start + days * DAY, member);
  context.changed(['activities']);
};

async function told() {
  const raw = await computeHealth(context.read, { communityId, ...question, now });
  const read = await readHealthFacts(context.read, { communityId, now, messagesFrom: () => 0 });
  const view = await healthHandlers['health.view'](context, { communityId, spaceId: null, ...question });
  const charts = [view.retention, view.stay, view.lifeCycle];
  return {
    leftOut: raw.retention?.joinedEarlier,
    marked: read?.facts.people.joinedEarlier.reduce((sum, mark) => sum + mark, 0),
    newInFirst: raw.lifeCycle?.[0]?.new,
    followed: raw.stay?.followed,
    says: charts.every((chart) => chart?.caveats.some(({ key }) => key === mayBeOlder.key)),
    saysLeftOut: charts.slice(0, 2).every((chart) => chart?.caveats.some(({ key }) => key === 'caveats.joinedEarlier')),
  };
}

describe('where nobody knows when people joined', () => {
  it('takes everybody for new and says that they may not be, while nobody said how old the community is', async () => {
    const nobody = { leftOut: 0, marked: 0, newInFirst: 30, followed: 60, says: true, saysLeftOut: false };
    expect(await told()).toEqual(nobody);
  });

  it('takes nobody met in the first 90 days for new where the community is older', async () => {
    expect(answer('later')).toMatchObject({ dataBegin: 'later' });
    const first90 = { leftOut: 50, marked: 50, newInFirst: 0, followed: 10, says: false, saysLeftOut: true };
    expect(await told()).toEqual(first90);
  });

  it('believes that the data begin with the community, also of who made an account before the first message', async () => {
    joined('p1', -20);
    expect(await told()).toMatchObject({ leftOut: 1, marked: 1, says: true });
    answer('with-community');
    const all = { leftOut: 0, marked: 0, newInFirst: 30, followed: 60, says: false, saysLeftOut: false };
    expect(await told()).toEqual(all);
  });

  it('needs no answer where an account was made long before the data', async () => {
    joined('p1', -91);
    expect(await told()).toMatchObject({ leftOut: 50, marked: 50, says: false, followed: 11 });
    // Who is known to have joined since is new all the same.
    joined('p2', 0);
    expect(await told()).toMatchObject({ leftOut: 49, marked: 49, newInFirst: 1 });
  });

  it('asks nothing where everybody’s join date is known', async () => {
    context.write.prepare('UPDATE members SET joined_at = ?').run(start);
    expect(await told()).toMatchObject({ leftOut: 0, marked: 0, says: false });
  });
});

describe('the rule', () => {
  it.each([
    ['with-community', -1000, false, false, false],
    ['later', 0, false, true, false],
    ['unknown', -90, false, false, true],
    ['unknown', -91, false, true, false],
  ] as const)('%s, with an account %i days from the start', (begin, days, atStart, unknownDate, isOpen) => {
    const rule = earlierRule(begin, start, [start + days * DAY]);
    expect([rule.isEarlier(start), rule.isEarlier(null), rule.isOpen]).toEqual([atStart, unknownDate, isOpen]);
  });
});
