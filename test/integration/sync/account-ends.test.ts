import { describe, expect, it } from 'vitest';
import { recordStore } from '../../../electron/data/store/outreach/records.ts';
import { ActivityList, anAct } from '../../builders/activity-list.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import { anOutboxDesk, onlyCase } from '../../builders/outbox-desk.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

interface End {
  readonly id: number;
  readonly ended_at: number | null;
  readonly ended_how: string | null;
  readonly ended_by: string | null;
}

function endOf(desk: SyncDesk, remoteId: string): End {
  const sql = 'SELECT id, ended_at, ended_how, ended_by FROM members WHERE remote_id = ?';
  return desk.context.write.prepare(sql).get(remoteId) as End;
}

const ended = (how: string) => ({ ended_how: how, ended_by: 'platform', ended_at: expect.any(Number) });
const lives = { ended_how: null, ended_by: null, ended_at: null };

describe('an account that is taken away', () => {
  it('ends with a suspension made here, once it is applied, and lives again with its reversal', async () => {
    const { platform, desk } = await anOutboxDesk();
    desk.decide(onlyCase(desk), { personEffect: 'suspend' });
    expect(endOf(desk, 'a-ada')).toMatchObject(lives);
    await desk.push();
    expect(endOf(desk, 'a-ada')).toMatchObject(ended('removed'));
    const first = endOf(desk, 'a-ada');
    desk.advance(86_400_000);
    await desk.pull();
    expect(endOf(desk, 'a-ada')).toEqual(first);
    platform.reopen(platform.report('1000'));
    await desk.pull();
    desk.decide(onlyCase(desk), { finding: 'not-upheld' });
    await desk.push();
    expect(platform.accountStates.get('ada')).toBe('active');
    expect(endOf(desk, 'a-ada')).toMatchObject(lives);
  });

  it('ends as a report shows it, and lives again when a report shows that', async () => {
    const { platform, desk } = await anOutboxDesk();
    platform.accountStates.set('ada', 'suspended');
    platform.addReport('ada');
    await desk.pull();
    expect(endOf(desk, 'a-ada')).toMatchObject(ended('removed'));
    platform.accountStates.set('ada', 'silenced');
    platform.addReport('ada');
    await desk.pull();
    expect(endOf(desk, 'a-ada')).toMatchObject(lives);
  });

  it('is spam where it was reported as that and nothing it wrote was ever up', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(), ['ada']);
    platform.addReport('bo', { category: 'spam', postIds: [] });
    platform.addReport('cy', { category: 'spam' });
    for (const who of ['ada', 'bo', 'cy']) {
      platform.accountStates.set(who, 'suspended');
      platform.addReport(who, { postIds: [] });
    }
    await desk.pull();
    expect(endOf(desk, 'a-ada').ended_how).toBe('removed');
    expect(endOf(desk, 'a-bo').ended_how).toBe('spam');
    expect(endOf(desk, 'a-cy').ended_how).toBe('removed');
  });

  it('stays as a person wrote it down, whatever the platform says', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(), ['ada', 'bo']);
    const store = recordStore('accountEnd');
    const { write } = desk.context;
    const { id } = endOf(desk, 'a-ada');
    store.insert(write, desk.communityId, { member: id, day: 1_700_000_000_000, how: 'deleted' });
    platform.accountStates.set('ada', 'suspended');
    platform.addReport('ada');
    platform.accountStates.set('bo', 'suspended');
    platform.addReport('bo');
    await desk.pull();
    expect(endOf(desk, 'a-ada')).toMatchObject({ ended_how: 'deleted', ended_at: 1_700_000_000_000, ended_by: 'hand' });
    const bo = endOf(desk, 'a-bo');
    const putBack = store.remove(write, desk.communityId, bo.id);
    platform.addReport('bo');
    await desk.pull();
    expect(endOf(desk, 'a-bo')).toMatchObject({ ended_at: null, ended_by: 'hand' });
    putBack(write);
    expect(endOf(desk, 'a-bo')).toEqual(bo);
  });

  it('ends as a list of members shows it, with its day where that is told', async () => {
    const list = new ActivityList();
    const platform = new FakePlatform({ ...mastodonLike, activities: true });
    const connector = list.offeredBy(platform.connector());
    const desk = new SyncDesk({ connector, capabilities: platform.capabilities });
    const joined = (number: number, who: string) =>
      anAct(number, { kind: 'joined', memberRemoteId: who, memberHandle: who });
    const at = joined(5, 'x').at;
    list.acts.push(
      { ...joined(1, 'm-dan'), accountEnd: { how: 'removed', at } },
      { ...joined(2, 'm-eve'), accountEnd: { how: 'deleted', at: null } },
      { ...joined(3, 'm-fay'), accountEnd: null },
    );
    await desk.readActivities();
    expect(endOf(desk, 'm-dan')).toMatchObject({ ended_at: at, ended_how: 'removed' });
    expect(endOf(desk, 'm-eve')).toMatchObject({ ended_at: desk.clock.at, ended_how: 'deleted' });
    expect(endOf(desk, 'm-fay')).toMatchObject(lives);
    list.acts.push({ ...joined(6, 'm-dan'), accountEnd: null }, joined(7, 'm-eve'));
    await desk.readActivities();
    expect(endOf(desk, 'm-dan')).toMatchObject(lives);
    expect(endOf(desk, 'm-eve').ended_how).toBe('deleted');
  });

  it('tells of threads that were closed, also of those that were known open', async () => {
    const list = new ActivityList();
    const platform = new FakePlatform({ ...mastodonLike, activities: true });
    const connector = list.offeredBy(platform.connector());
    const desk = new SyncDesk({ connector, capabilities: platform.capabilities });
    list.acts.push(anAct(1, { closes: false }), anAct(2, { closes: true }), anAct(3));
    await desk.readActivities();
    const flags = () => desk.context.write.prepare('SELECT flags FROM activities ORDER BY at').pluck().all();
    expect(flags()).toEqual([0, 8, 0]);
    list.acts.push(anAct(1, { closes: true }), anAct(2, { closes: false }));
    await desk.readActivities();
    expect(flags()).toEqual([8, 0, 0]);
  });
});
