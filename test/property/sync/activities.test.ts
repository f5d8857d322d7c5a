import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlatformErrorCode } from '../../../electron/data/platforms/platform.ts';
import { rebuildRollups } from '../../../electron/data/store/activities/rebuild-rollups.ts';
import { setActivitiesPaused } from '../../../electron/data/store/sync-state/activity-reading.ts';
import { countUnread } from '../../../electron/data/store/unread/queries.ts';
import { ActivityList, anAct } from '../../builders/activity-list.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const people = ['ada', 'bo', 'cy', 'di'];

const act = fc.record({
  who: fc.nat({ max: 3 }),
  kind: fc.constantFrom('joined' as const, 'posted' as const, 'replied' as const, 'reacted' as const),
  answers: fc.option(fc.nat({ max: 8 }), { nil: null }),
  space: fc.constantFrom(null, 'garden', 'kitchen'),
  isBot: fc.boolean(),
});

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('act' as const), acts: fc.array(act, { maxLength: 6 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('trouble' as const),
      after: fc.nat({ max: 3 }),
      code: fc.constantFrom<PlatformErrorCode>('offline', 'rate-limited', 'server-error', 'malformed', 'timeout'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'update' as const, 'clock' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pause' as const), paused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drift' as const), nth: fc.nat({ max: 30 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('paging' as const),
      size: fc.integer({ min: 1, max: 7 }),
      overlap: fc.nat({ max: 4 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function aDesk(list: ActivityList): SyncDesk {
  const platform = new FakePlatform({ ...mastodonLike, activities: true });
  return new SyncDesk({ connector: list.offeredBy(platform.connector()), capabilities: platform.capabilities });
}

async function take(list: ActivityList, desk: SyncDesk, one: Step): Promise<void> {
  switch (one.do) {
    case 'read':
      await desk.readActivities();
      return;
    case 'act':
      for (const { who, kind, answers, space, isBot } of one.acts) {
        const number = list.acts.length;
        const [name = ''] = people.slice(who);
        list.acts.push(
          anAct(number, {
            kind,
            memberRemoteId: `m-${name}`,
            memberHandle: name,
            space,
            isBot: isBot && who === 3,
            // What is posted opens a thread.
            parentRemoteId:
              answers === null || answers >= number || kind === 'posted' ? null : `act-${number - 1 - answers}`,
          }),
        );
      }
      return;
    case 'trouble':
      list.trouble.push(...Array.from({ length: one.after }, () => null), one.code);
      return;
    case 'restart':
      desk.restart();
      return;
    case 'update':
      desk.appVersion += '+';
      desk.restart();
      return;
    case 'clock':
      desk.clock.advance(-10 * 60 * 60_000);
      return;
    case 'pause':
      setActivitiesPaused(desk.context.write, desk.communityId, one.paused);
      return;
    case 'drift':
      list.unreadable.add(`act-${one.nth}`);
      return;
    case 'paging':
      list.pageSize = one.size;
      list.overlap = one.overlap;
      return;
  }
}

function everything(desk: SyncDesk): unknown {
  const all = (sql: string) => desk.context.write.prepare(sql).all();
  return [
    all(`SELECT m.remote_id, t.remote_id AS target, at, day, kind, level, s.name, hex(a.remote_key), hex(parent_key)
      FROM activities a JOIN members m ON m.id = a.member_id LEFT JOIN members t ON t.id = a.target_member_id
      LEFT JOIN spaces s ON s.id = a.space_id ORDER BY at, a.remote_key`),
    all('SELECT remote_id, handle, is_bot, joined_at FROM members ORDER BY remote_id'),
    all(`SELECT remote_id, day, level, activities FROM member_days d JOIN members m ON m.id = d.member_id
      ORDER BY remote_id, day, level`),
    all(`SELECT remote_id, spoke_at FROM member_firsts f JOIN members m ON m.id = f.member_id ORDER BY remote_id`),
  ];
}

it('however reading of activities is interrupted, what is here in the end is what one undisturbed reading gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (steps) => {
      const list = new ActivityList();
      const desk = aDesk(list);
      try {
        for (const one of steps) await take(list, desk, one);
        list.trouble.length = 0;
        list.unreadable.clear();
        setActivitiesPaused(desk.context.write, desk.communityId, false);
        desk.appVersion = 'last';
        desk.restart();
        expect(await desk.readActivities()).toBe('caught-up');
        expect(countUnread(desk.context.write, desk.communityId)).toBe(0);

        const other = aDesk(list);
        expect(await other.readActivities()).toBe('caught-up');
        expect(everything(desk)).toEqual(everything(other));
        const before = everything(desk);
        rebuildRollups(desk.context.write, desk.communityId);
        expect(everything(desk)).toEqual(before);
        other.dispose();
      } finally {
        desk.dispose();
      }
    }),
    { numRuns: 40 },
  );
});
