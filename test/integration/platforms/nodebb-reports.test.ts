import { describe, expect, it } from 'vitest';
import { aForum, connectTo } from '../../builders/nodebb.ts';
import { never, readAll } from '../../builders/practice.ts';
import type { NodebbVersion } from '../../stand-ins/nodebb/nodebb-world.ts';

const ids = (items: readonly { readonly remoteId: string }[]) => items.map(({ remoteId }) => remoteId);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

describe.each<NodebbVersion>(['4.11', '4.15'])('reading flags of NodeBB, %s', (version) => {
  it('reads every flag once, oldest first, and goes on from where it was', async () => {
    const forum = await aForum(version);
    for (let i = 0; i < 45; i += 1) forum.addReport();
    forum.closeByColleague('7');
    const first = await readAll((cursor) => connectTo(forum).listNewReports(cursor, never));
    expect(ids(first.items)).toEqual(numbers(45));
    expect(first.pages).toBe(3);
    expect(first.items.find(({ remoteId }) => remoteId === '7')?.state).toBe('resolved');
    forum.world.clock += 10 * 60_000;
    forum.addReport();
    const { resume } = first.last as { resume?: string };
    const again = await connectTo(forum).listNewReports(resume ?? null, never);
    expect(ids(again.items)).toContain('46');
    expect(ids(again.items)).not.toContain('1');
  });

  it('leaves none out when flags are purged between two pages', async () => {
    const forum = await aForum(version);
    for (let i = 0; i < 60; i += 1) {
      forum.addReport();
      forum.world.clock += 60_000;
    }
    const seen = new Set<string>();
    let cursor: string | null = null;
    for (let page = 0; ; page += 1) {
      const answer = await connectTo(forum).listNewReports(cursor, never);
      for (const id of ids(answer.items)) seen.add(id);
      cursor = answer.resume;
      if (answer.next === null) break;
      // Everything moves up by more than the overlap covers.
      if (page === 0) for (let id = 1; id <= 15; id += 1) forum.vanish(String(id));
    }
    expect(numbers(60).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('ends on every page for a moderator whose flags have gaps between their numbers', async () => {
    const forum = await aForum(version);
    for (let i = 0; i < 90; i += 1) {
      forum.addReport();
      forum.world.clock += 10 * 60_000;
    }
    const connector = connectTo(forum, forum.world.addUser('cmod', 'category-moderator'));
    const { items, pages } = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(ids(items)).toEqual(numbers(90).filter((id) => Number(id) % 2 === 1));
    expect(pages).toBe(3);
  });

  it('lists open flags, those taken up among them, however many lists that takes', async () => {
    const forum = await aForum(version);
    for (let i = 0; i < 25; i += 1) forum.addReport();
    forum.closeByColleague('3');
    forum.world.update(5, forum.colleague.uid, { state: 'wip' });
    forum.world.update(6, forum.colleague.uid, { state: 'rejected' });
    const { items } = await readAll((cursor) => connectTo(forum).listOpenReports(cursor, never));
    expect(ids(items)).toEqual(numbers(25).filter((id) => id !== '3' && id !== '6'));
    // Many states at once would be ignored by newer versions, and answer with everything.
    const queries = forum.server.requests.filter(({ path }) => path === '/api/flags').map(({ query }) => query);
    expect(queries.filter((query) => query.match(/state=/g)?.length === 1)).toHaveLength(queries.length);
  });

  it('trusts the flag, not the lists, after two moderators at the same moment', async () => {
    const forum = await aForum(version);
    const id = Number(forum.addReport());
    forum.world.updateTogether(id, [
      [forum.us.uid, 'wip'],
      [forum.colleague.uid, 'resolved'],
    ]);
    expect(forum.world.byState.get('wip')?.has(id)).toBe(true);
    expect((await connectTo(forum).listOpenReports(null, never)).items).toEqual([]);
    expect(await connectTo(forum).readReport(String(id), never)).toMatchObject({
      state: 'resolved',
      resolvedBy: 'gmod',
    });
  });

  it('notices a new complaint under an old number', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const connector = connectTo(forum);
    forum.closeByColleague(id);
    const before = await connector.readReport(id, never);
    forum.reportAgain(id);
    const after = await connector.readReport(id, never);
    expect(before).toMatchObject({ state: 'resolved', resolvedBy: 'gmod' });
    expect(after).toMatchObject({
      state: 'open',
      resolvedBy: null,
      comment: 'alba: Please look at this\nbruno: Me too',
      createdAt: before?.createdAt,
    });
    expect(after?.version).not.toBe(before?.version);
    expect(after?.updatedAt).toBeGreaterThan(before?.updatedAt ?? 0);
    expect(ids((await connector.listOpenReports(null, never)).items)).toEqual([id]);
  });

  it('shows words as they were typed', async () => {
    const forum = await aForum(version);
    const author = forum.world.addUser(`d'artagnan <x>`);
    const words = `5 > 3 & "yes" <b>no</b> it's a/b`;
    const { flagId } = forum.world.flag('user', author.uid, forum.colleague.uid, words);
    forum.world.note(flagId, forum.colleague.uid, words);
    expect(await connectTo(forum).readReport(String(flagId), never)).toMatchObject({
      comment: words,
      notes: [{ author: 'gmod', text: words }],
      target: { handle: `d'artagnan <x>`, profileText: '' },
    });
  });

  it('keeps the version while nothing moved, and changes it with every state', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const connector = connectTo(forum);
    const versions: (string | undefined)[] = [];
    const look = async () => versions.push((await connector.readReport(id, never))?.version);
    await look();
    await look();
    expect(new Set(versions).size).toBe(1);
    for (const change of [{ state: 'wip' }, { assignee: String(forum.colleague.uid) }, { state: 'rejected' }]) {
      forum.world.update(Number(id), forum.colleague.uid, change);
      await look();
    }
    const target = forum.world.flags.get(Number(id))?.targetUid ?? 0;
    forum.world.ban(target, forum.colleague.uid);
    await look();
    expect(new Set(versions).size).toBe(5);
  });

  it('keeps a flag whose post was purged, and the name of who wrote it', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const flag = forum.world.flags.get(Number(id))!;
    const author = forum.world.users.get(flag.targetUid)!;
    forum.world.posts.delete(flag.targetId);
    const connector = connectTo(forum);
    expect(await connector.readReport(id, never)).toMatchObject({
      posts: [],
      target: { remoteId: String(author.uid), handle: author.username },
    });
    forum.world.users.delete(author.uid);
    const [listed] = (await connector.listOpenReports(null, never)).items;
    expect(listed).toMatchObject({ remoteId: id, posts: [], target: { handle: `uid-${author.uid}` } });
  });

  it('keeps a flag of a kind that nobody knows', async () => {
    const forum = await aForum(version);
    const known = forum.world.flags.get(Number(forum.addReport()))!;
    forum.world.flags.set(900, { ...known, flagId: 900, type: 'poll', datetime: forum.world.now() });
    expect(await connectTo(forum).readReport('900', never)).toMatchObject({
      remoteId: '900',
      state: 'open',
      posts: [],
      category: 'other',
    });
  });

  it('reads the thread without leaving a trace', async () => {
    const forum = await aForum(version);
    const author = forum.world.addUser('writer');
    const topic = forum.world.addTopic(author.uid, 1, 'A topic', 'The opening');
    const answer = forum.world.addPost(topic.tid, author.uid, 'An answer');
    const reply = forum.world.addPost(topic.tid, author.uid, 'To the answer', answer.pid);
    forum.world.addPost(topic.tid, author.uid, 'And on', reply.pid);
    const thread = await connectTo(forum).readThread(String(reply.pid), never);
    expect(thread.map(({ text }) => text)).toEqual(['The opening', 'An answer', 'And on']);
    expect(forum.server.requests.some(({ path }) => path.startsWith('/api/topic/'))).toBe(false);
    expect(await connectTo(forum).readThread('999', never)).toEqual([]);
  });
});
