import { describe, expect, it } from 'vitest';
import type { PlatformConnector, RemoteActivity } from '../../../electron/data/platforms/platform.ts';
import { aForum, aNodebbCall, aNodebbConnector } from '../../builders/nodebb.ts';
import { never, readAll } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import type { NodebbStandIn } from '../../stand-ins/nodebb/nodebb-stand-in.ts';
import type { NodebbVersion, User } from '../../stand-ins/nodebb/nodebb-world.ts';

const connect = (forum: NodebbStandIn, user: User = forum.us) =>
  aNodebbConnector(forum.server.origin, user === forum.us ? forum.credentials.accessToken : forum.tokenOf(user));
const ids = (items: readonly { readonly remoteId: string }[]) => items.map(({ remoteId }) => remoteId);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

/** All activities from a cursor on, and where to go on next time. */
async function readActivities(connector: PlatformConnector, from: string | null = null) {
  const items: RemoteActivity[] = [];
  for (let cursor = from; ; ) {
    const page = await connector.listActivities!(cursor, never);
    items.push(...page.items);
    cursor = page.resume;
    if (page.next === null) return { items, resume: cursor };
  }
}

describe.each<NodebbVersion>(['4.11', '4.15'])('the NodeBB connector on %s', (version) => {
  describe('rights', () => {
    it('offers an administrator everything that can be taken back', async () => {
      const forum = await aForum(version);
      expect(await connect(forum).readFacts(never)).toMatchObject({
        name: 'A forum',
        accountHandle: 'admin',
        accountRemoteId: String(forum.us.uid),
        capabilities: {
          software: 'nodebb',
          version: version === '4.11' ? '4.11.2' : '4.15.1',
          reports: true,
          assign: true,
          personEffects: ['none', 'silence', 'suspend'],
          undoEffects: ['silence', 'suspend'],
          irreversible: [],
          measures: true,
          missingRights: [],
        },
      });
    });

    it('tells a global moderator what is missing by default', async () => {
      const forum = await aForum(version);
      const { capabilities } = await connect(forum, forum.colleague).readFacts(never);
      expect(capabilities).toMatchObject({ reports: true, personEffects: ['none', 'suspend'], measures: false });
      expect(capabilities.missingRights).toEqual(['mute', 'admin:dashboard']);
      expect(capabilities.absences).toContainEqual({ ability: 'silence', why: 'right' });
      expect(capabilities.absences).toContainEqual({ ability: 'warn', why: 'platform' });
    });

    it('shows a category moderator the flags of their categories alone', async () => {
      const forum = await aForum(version);
      const moderator = forum.world.addUser('cmod', 'category-moderator');
      const seen = [forum.addReport(), forum.addReport(), forum.addReport()];
      const connector = connect(forum, moderator);
      expect((await connector.readFacts(never)).capabilities).toMatchObject({ reports: true, personEffects: ['none'] });
      // The second is about an account.
      expect(ids((await connector.listOpenReports(null, never)).items)).toEqual([seen[0], seen[2]]);
      expect(await connector.readReport(seen[1] ?? '', never)).toBeNull();
    });

    it('offers a member nothing, and takes no flag for gone that they may not see', async () => {
      const forum = await aForum(version);
      const member = forum.world.addUser('plain');
      const id = forum.addReport();
      const connector = connect(forum, member);
      const { capabilities } = await connector.readFacts(never);
      expect(capabilities).toMatchObject({
        reports: false,
        resolve: false,
        personEffects: ['none'],
        removePost: false,
      });
      await expect(connector.readReport(id, never)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(connector.listNewReports(null, never)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('takes nothing for gone or read when the token is worth nothing any more', async () => {
      const forum = await aForum(version);
      const id = forum.addReport();
      const connector = connect(forum);
      forum.revokeToken();
      await expect(connector.readReport(id, never)).rejects.toMatchObject({ code: 'unauthorized' });
      await expect(connector.listActivities!(null, never)).rejects.toMatchObject({ code: 'unauthorized' });
    });

    it('refuses the master token and says which it is', async () => {
      const forum = await aForum(version);
      forum.world.tokens.set('master', 0);
      await expect(aNodebbConnector(forum.server.origin, 'master').readFacts(never)).rejects.toMatchObject({
        code: 'refused',
        reason: 'master-token-no-uid',
      });
    });
  });

  describe('reading', () => {
    it('reads every flag once, oldest first, and goes on from where it was', async () => {
      const forum = await aForum(version);
      for (let i = 0; i < 45; i += 1) forum.addReport();
      forum.closeByColleague('7');
      const first = await readAll((cursor) => connect(forum).listNewReports(cursor, never));
      expect(ids(first.items)).toEqual(numbers(45));
      expect(first.pages).toBe(3);
      expect(first.items.find(({ remoteId }) => remoteId === '7')?.state).toBe('resolved');
      forum.world.clock += 10 * 60_000;
      forum.addReport();
      const { resume } = first.last as { resume?: string };
      const again = await connect(forum).listNewReports(resume ?? null, never);
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
        const answer = await connect(forum).listNewReports(cursor, never);
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
      const connector = connect(forum, forum.world.addUser('cmod', 'category-moderator'));
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
      const { items } = await readAll((cursor) => connect(forum).listOpenReports(cursor, never));
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
      expect((await connect(forum).listOpenReports(null, never)).items).toEqual([]);
      expect(await connect(forum).readReport(String(id), never)).toMatchObject({
        state: 'resolved',
        resolvedBy: 'gmod',
      });
    });

    it('notices a new complaint under an old number', async () => {
      const forum = await aForum(version);
      const id = forum.addReport();
      const connector = connect(forum);
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
      expect(await connect(forum).readReport(String(flagId), never)).toMatchObject({
        comment: `${words}\n\n✎ gmod: ${words}`,
        target: { handle: `d'artagnan <x>`, profileText: '' },
      });
    });

    it('keeps the version while nothing moved, and changes it with every state', async () => {
      const forum = await aForum(version);
      const id = forum.addReport();
      const connector = connect(forum);
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
      const connector = connect(forum);
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
      expect(await connect(forum).readReport('900', never)).toMatchObject({
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
      const thread = await connect(forum).readThread(String(reply.pid), never);
      expect(thread.map(({ text }) => text)).toEqual(['The opening', 'An answer', 'And on']);
      expect(forum.server.requests.some(({ path }) => path.startsWith('/api/topic/'))).toBe(false);
      expect(await connect(forum).readThread('999', never)).toEqual([]);
    });
  });

  describe('acting', () => {
    it('resolves what was upheld and rejects what was not', async () => {
      const forum = await aForum(version);
      const [upheld = '', not = ''] = [forum.addReport(), forum.addReport()];
      const connector = connect(forum);
      await connector.perform(aNodebbCall('report.resolve', upheld, { upheld: true }), never);
      await connector.perform(aNodebbCall('report.resolve', not, { upheld: false }), never);
      expect([1, 2].map((id) => forum.world.flags.get(id)?.state)).toEqual(['resolved', 'rejected']);
      expect(await connector.readReport(not, never)).toMatchObject({ state: 'resolved', resolvedBy: 'admin' });
      await connector.perform(aNodebbCall('report.reopen', not), never);
      expect(await connector.readReport(not, never)).toMatchObject({ state: 'open', resolvedBy: null });
    });

    it('takes a flag, and says whose it is', async () => {
      const forum = await aForum(version);
      const [post = '', account = ''] = [forum.addReport(), forum.addReport()];
      for (const id of [post, account]) {
        const connector = connect(forum, forum.colleague);
        await connector.perform(aNodebbCall('report.assign', id), never);
        // Twice is once.
        await connector.perform(aNodebbCall('report.assign', id), never);
        expect(await connector.readReport(id, never)).toMatchObject({ assignedTo: 'gmod' });
        expect(forum.world.flags.get(Number(id))?.history).toHaveLength(2);
      }
      forum.world.update(Number(post), forum.us.uid, { assignee: '' });
      expect(await connect(forum).readReport(post, never)).toMatchObject({ assignedTo: null });
    });

    it('tells when the forum ignored it', async () => {
      const forum = await aForum(version);
      const id = forum.addReport();
      forum.closeByColleague(id);
      // Takes away the state that it should be set to, as a plugin may.
      const update = forum.world.update.bind(forum.world);
      forum.world.update = (flagId, uid) => update(flagId, uid, {});
      await expect(connect(forum).perform(aNodebbCall('report.reopen', id), never)).rejects.toMatchObject({
        code: 'refused',
        mayHaveArrived: false,
      });
    });

    it('writes the note first and once, whatever comes between', async () => {
      const forum = await aForum(version);
      const id = forum.addReport();
      const connector = connect(forum);
      const call = aNodebbCall('report.resolve', id, { text: `It's "fine" <now>` });
      forum.server.faults.add({ kind: 'reset-before', match: 'PUT ', times: 1 });
      await expect(connector.perform(call, never)).rejects.toMatchObject({ mayHaveArrived: true });
      expect(forum.world.flags.get(Number(id))).toMatchObject({ state: 'open', notes: [{ text: call.text }] });
      await connector.perform(call, never);
      expect(forum.world.flags.get(Number(id))).toMatchObject({ state: 'resolved', notes: [{ text: call.text }] });
    });

    it('bans, mutes and takes both back', async () => {
      const forum = await aForum(version);
      const member = forum.world.addUser('loud');
      const connector = connect(forum);
      const uid = String(member.uid);
      const states: (string | undefined)[] = [];
      for (const kind of [
        'account.silence',
        'account.suspend',
        'account.undo-suspend',
        'account.undo-silence',
      ] as const) {
        await connector.perform(aNodebbCall(kind, uid, { text: 'Enough' }), never);
        states.push((await connector.readAccount(uid, never))?.state);
      }
      expect(states).toEqual(['silenced', 'suspended', 'silenced', 'active']);
    });

    it('closes the flag about an account by banning it, in our name', async () => {
      const forum = await aForum(version);
      const [post = '', account = ''] = [forum.addReport(), forum.addReport()];
      const connector = connect(forum);
      for (const id of [post, account]) {
        const uid = String(forum.world.flags.get(Number(id))?.targetUid);
        await connector.perform(aNodebbCall('account.suspend', uid), never);
      }
      expect(await connector.readReport(post, never)).toMatchObject({ state: 'open', target: { state: 'suspended' } });
      expect(await connector.readReport(account, never)).toMatchObject({ state: 'resolved', resolvedBy: 'admin' });
    });

    it('takes a post down and puts it back, its words still there for moderators', async () => {
      const forum = await aForum(version);
      const id = forum.addReport();
      const connector = connect(forum);
      const pid = String(forum.world.flags.get(Number(id))?.targetId);
      await connector.perform(aNodebbCall('post.remove', pid), never);
      expect(forum.world.posts.get(Number(pid))?.deleted).toBe(true);
      expect((await connector.readReport(id, never))?.posts[0]?.text).toBe('Words that somebody minds');
      await expect(connector.perform(aNodebbCall('post.remove', pid), never)).rejects.toMatchObject({ status: 400 });
      await connector.perform(aNodebbCall('post.restore', pid), never);
      expect(forum.world.posts.get(Number(pid))?.deleted).toBe(false);
    });

    it.each([
      ['account.warn', '3'],
      ['account.disable', '3'],
      ['account.suspend', '0'],
    ] as const)('refuses %s on %s before anything leaves', async (kind, target) => {
      const forum = await aForum(version);
      await expect(connect(forum).perform(aNodebbCall(kind, target), never)).rejects.toMatchObject({
        code: 'refused',
        mayHaveArrived: false,
      });
      expect(forum.server.requests).toEqual([]);
    });
  });

  describe('through the outbox', () => {
    it('bans, whether or not that closes the flag by itself, and asks nobody about it', async () => {
      const forum = await aForum(version);
      const reports = [forum.addReport(), forum.addReport()];
      const connector = connect(forum);
      const { capabilities, accountHandle } = await connector.readFacts(never);
      const desk = new SyncDesk({ connector, capabilities, handle: accountHandle, platform: 'nodebb' });
      await desk.pull();
      for (const row of desk.openCases()) desk.decide(row, { personEffect: 'suspend' });
      desk.advance(60_000);
      await desk.push();
      const actions = desk.context.write.prepare('SELECT kind, state FROM actions ORDER BY id').all();
      const applied = ['account.suspend', 'report.resolve'].map((kind) => ({ kind, state: 'applied' }));
      expect(actions).toEqual([...applied, ...applied]);
      expect(forum.openReports()).toEqual([]);
      // The one about the account was closed by the ban, and not called for a second time.
      expect(forum.carriedOut().filter(({ kind }) => kind === 'report.resolve')).toEqual([
        { kind: 'report.resolve', target: reports[0] },
      ]);
    });
  });

  describe('engagement', () => {
    it('lists who joined, topics and replies, and what they answer', async () => {
      const forum = await aForum(version);
      const [one, two] = [forum.world.addUser('one'), forum.world.addUser('two')];
      const topic = forum.world.addTopic(one.uid, 1, 'Hello', 'Hello there');
      const reply = forum.world.addPost(topic.tid, two.uid, 'Welcome');
      forum.world.addPost(topic.tid, one.uid, 'Thank you', reply.pid);
      const { items } = await readActivities(connect(forum));
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
      const connector = connect(forum);
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
      const measures = await connect(forum).readMeasures(noon - 40 * 24 * 3_600_000, noon + 60_000, never);
      const posts = measures.filter(({ key }) => key === 'posts');
      expect(posts).toHaveLength(41);
      expect(posts.slice(-2).map(({ value }) => value)).toEqual([5, 6]);
      expect(posts.at(-1)?.periodStart).toBe(Date.UTC(2026, 4, 10));
      expect(measures.some(({ key }) => key === 'logins')).toBe(false);
    });
  });
});
