import { describe, expect, it } from 'vitest';
import type { RemoteActivity } from '../../../electron/data/platforms/platform.ts';
import { aDiscourse } from '../../builders/discourse.ts';
import { readActivities } from '../../builders/read-activities.ts';

const numbers = (activities: readonly RemoteActivity[], kind: 'post' | 'joined') =>
  [...new Set(activities.map(({ remoteId }) => remoteId).filter((id) => new RegExp(`^${kind}[-:]`).test(id)))]
    .map((id) => Number(id.slice(kind.length + 1)))
    .sort((a, b) => a - b);

describe('members’ activities on Discourse', () => {
  it.each(['fifty-posts', 'fifty-numbers'] as const)(
    'reads all public posts and nothing else, oldest first (%s)',
    async (latestPosts) => {
      const { site, connector } = await aDiscourse({ latestPosts });
      const { world } = site;
      const topic = world.addTopic('A walk', 5);
      const people = [world.addUser('alba'), world.addUser('bruno')];
      const expected = world.posts.filter(({ type }) => type === 1).map(({ id }) => id);
      for (let times = 0; times < 130; times += 1) {
        const post = world.addPost(topic, people[times % 2]!, { replyTo: times === 7 ? 3 : null });
        expected.push(post.id);
        // Numbers that no public post has: messages, things that were deleted.
        if (times === 40 || times === 41) for (let gap = 0; gap < 130; gap += 1) world.next();
      }
      world.addPost(topic, people[0]!, { type: 3 });
      world.addPost(world.addTopic('Team', 3), people[0]!);
      world.addPost(topic, people[0]!, { deletedAt: Date.now() });
      const { items: activities, resume } = await readActivities(connector);
      expect(numbers(activities, 'post')).toEqual(expected);
      const posts = activities.filter(({ remoteId }) => remoteId.startsWith('post-'));
      expect(posts.map(({ at }) => at)).toEqual(posts.map(({ at }) => at).sort((a, b) => a - b));
      expect(posts[0]).toMatchObject({
        kind: 'posted',
        space: 'Support',
        memberHandle: 'alba',
        threadRemoteId: String(topic.id),
      });
      expect(posts[7]).toMatchObject({ kind: 'replied', targetHandle: 'alba', memberRemoteId: String(people[1]!.id) });
      const later = world.addPost(topic, people[0]!);
      const next = await readActivities(connector, resume);
      expect(numbers(next.items, 'post')).toContain(later.id);
      expect(next.items.length).toBeLessThan(70);
    },
  );

  it('reads everybody who joined, also when accounts are deleted between pages', async () => {
    const { site, connector } = await aDiscourse();
    const { world } = site;
    for (let times = 0; times < 350; times += 1) world.addUser(`member${times}`);
    world.addUser('by mail', { staged: true });
    const gone = world.users.slice(10, 60);
    const { items: activities, resume } = await readActivities(connector, null, (page) => {
      // Each of these moves everybody behind them towards pages that were read already.
      for (const user of gone.slice(page * 15, (page + 1) * 15)) user.deleted = true;
    });
    const there = world.users.filter(({ deleted, id, staged }) => !deleted && !staged && id > 0).map(({ id }) => id);
    expect(numbers(activities, 'joined')).toEqual(expect.arrayContaining(there));
    expect(numbers(activities, 'joined')).not.toContain(-1);
    expect(activities.find(({ memberHandle }) => memberHandle === 'member5')).toMatchObject({
      kind: 'joined',
      space: null,
    });
    const newcomer = world.addUser('newcomer');
    const next = await readActivities(connector, resume);
    expect(numbers(next.items, 'joined')).toContain(newcomer.id);
    expect(numbers(next.items, 'joined').length).toBeLessThan(210);
  });

  it('ends on a page that is exactly full', async () => {
    const { site, connector } = await aDiscourse();
    while (site.world.users.length < 200) site.world.addUser(`member${site.world.users.length}`);
    const first = await readActivities(connector);
    expect(numbers(first.items, 'joined')).toHaveLength(199);
    const again = await readActivities(connector, first.resume);
    expect(numbers(again.items, 'joined').length).toBeLessThanOrEqual(100);
  });

  it('starts from the beginning with a cursor that says nothing', async () => {
    const { site, connector } = await aDiscourse();
    site.addPost();
    const whole = await readActivities(connector);
    expect((await readActivities(connector, 'what?')).items).toEqual(whole.items);
    expect((await readActivities(connector, '["posts",0,null,-3,null]')).items).toEqual(whole.items);
  });
});
