import { describe, expect, it } from 'vitest';
import { aForum, connectTo } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';
import { readActivities } from '../../builders/read-activities.ts';
import type { NodebbVersion } from '../../stand-ins/nodebb/nodebb-world.ts';

const ids = (items: readonly { readonly remoteId: string }[]) => items.map(({ remoteId }) => remoteId);

describe.each<NodebbVersion>(['4.11', '4.15'])('engagement on NodeBB, %s', (version) => {
  it('lists who joined, topics and replies, and what they answer', async () => {
    const forum = await aForum(version);
    const [one, two] = [forum.world.addUser('one'), forum.world.addUser('two')];
    const topic = forum.world.addTopic(one.uid, 1, 'Hello', 'Hello there');
    const reply = forum.world.addPost(topic.tid, two.uid, 'Welcome');
    forum.world.addPost(topic.tid, one.uid, 'Thank you', reply.pid);
    const { items } = await readActivities(connectTo(forum));
    expect(items.filter(({ kind }) => kind === 'joined')).toHaveLength(forum.world.users.size);
    expect(items.slice(-3)).toMatchObject([
      { kind: 'posted', memberHandle: 'one', parentRemoteId: null, space: 'Announcements' },
      { kind: 'replied', memberHandle: 'two', parentRemoteId: `post:${topic.mainPid}` },
      { kind: 'replied', memberHandle: 'one', parentRemoteId: `post:${reply.pid}` },
    ]);
  });

  it('leaves none out, though posts are written while it reads, others are hidden, and some lie in the future', async () => {
    const forum = await aForum(version);
    const { world } = forum;
    const member = world.addUser('busy');
    const write = () => {
      world.clock += 60_000;
      return world.addPost(1, member.uid, 'words').pid;
    };
    const wanted = Array.from({ length: 130 }, write);
    world.addPost(1, member.uid, 'scheduled', null, Date.now() + 30 * 24 * 3_600_000);
    const connector = connectTo(forum);
    const seen: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const page = await connector.listActivities!(cursor, never);
      seen.push(...ids(page.items));
      cursor = page.resume;
      if (page.next === null) break;
      for (let i = 0; i < 7 && wanted.length < 200; i += 1) wanted.push(write());
    }
    expect(wanted.filter((pid) => !seen.includes(`post:${pid}`))).toEqual([]);
    expect(seen.filter((id) => id === 'post:132')).toEqual([]);
    const later = write();
    const next = await readActivities(connector, cursor);
    expect(ids(next.items)).toContain(`post:${later}`);
    expect(next.items.length).toBeLessThan(30);
  });

  it('adds hours up to days by UTC', async () => {
    const forum = await aForum(version);
    const noon = Date.UTC(2026, 4, 10, 12);
    const hours = new Map([
      [noon - 13 * 3_600_000, 5],
      [noon - 12 * 3_600_000, 2],
      [noon, 4],
    ]);
    forum.world.analytics.set('posts', hours);
    const measures = await connectTo(forum).readMeasures(noon - 40 * 24 * 3_600_000, noon + 60_000, never);
    const posts = measures.filter(({ key }) => key === 'posts');
    expect(posts).toHaveLength(41);
    expect(posts.slice(-2).map(({ value }) => value)).toEqual([5, 6]);
    expect(posts.at(-1)?.periodStart).toBe(Date.UTC(2026, 4, 10));
    expect(measures.some(({ key }) => key === 'logins')).toBe(false);
  });
});
