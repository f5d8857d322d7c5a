import { describe, expect, it } from 'vitest';
import { aForum, aNodebbCall, connectTo } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';
import type { NodebbVersion } from '../../stand-ins/nodebb/nodebb-world.ts';

describe.each<NodebbVersion>(['4.11', '4.15'])('acting on NodeBB, %s', (version) => {
  it('resolves what was upheld and rejects what was not', async () => {
    const forum = await aForum(version);
    const [upheld = '', not = ''] = [forum.addReport(), forum.addReport()];
    const connector = connectTo(forum);
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
      const connector = connectTo(forum, forum.colleague);
      await connector.perform(aNodebbCall('report.assign', id), never);
      // Twice is once.
      await connector.perform(aNodebbCall('report.assign', id), never);
      expect(await connector.readReport(id, never)).toMatchObject({ assignedTo: 'gmod' });
      expect(forum.world.flags.get(Number(id))?.history).toHaveLength(2);
    }
    forum.world.update(Number(post), forum.us.uid, { assignee: '' });
    expect(await connectTo(forum).readReport(post, never)).toMatchObject({ assignedTo: null });
  });

  it('tells when the forum ignored it', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    forum.closeByColleague(id);
    // Takes away the state that it should be set to, as a plugin may.
    const update = forum.world.update.bind(forum.world);
    forum.world.update = (flagId, uid) => update(flagId, uid, {});
    await expect(connectTo(forum).perform(aNodebbCall('report.reopen', id), never)).rejects.toMatchObject({
      code: 'refused',
      mayHaveArrived: false,
    });
  });

  it('writes the note first and once, whatever comes between', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const connector = connectTo(forum);
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
    const connector = connectTo(forum);
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
    const connector = connectTo(forum);
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
    const connector = connectTo(forum);
    const pid = String(forum.world.flags.get(Number(id))?.targetId);
    await connector.perform(aNodebbCall('post.remove', pid), never);
    expect(forum.world.posts.get(Number(pid))?.deleted).toBe(true);
    expect(await connector.readReport(id, never)).toMatchObject({
      state: 'resolved',
      resolvedBy: 'admin',
      posts: [{ text: 'Words that somebody minds', isTakenDown: true }],
    });
    await expect(connector.perform(aNodebbCall('post.remove', pid), never)).rejects.toMatchObject({ status: 400 });
    await connector.perform(aNodebbCall('post.restore', pid), never);
    expect(forum.world.posts.get(Number(pid))?.deleted).toBe(false);
    const restored = await connector.readReport(id, never);
    expect(restored?.state).toBe('resolved');
    expect(restored?.posts[0]?.isTakenDown).toBeUndefined();
  });

  it('gives a flag another version while its post is down', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const connector = connectTo(forum);
    const pid = String(forum.world.flags.get(Number(id))?.targetId);
    const versions: (string | undefined)[] = [];
    const look = async () => versions.push((await connector.readReport(id, never))?.version);
    await look();
    await connector.perform(aNodebbCall('post.remove', pid), never);
    await connector.perform(aNodebbCall('report.reopen', id), never);
    await look();
    await connector.perform(aNodebbCall('post.restore', pid), never);
    await look();
    expect(versions[1]).not.toBe(versions[0]);
    expect(versions[2]).toBe(versions[0]);
  });

  it.each([
    ['account.warn', '3'],
    ['account.disable', '3'],
    ['account.suspend', '0'],
  ] as const)('refuses %s on %s before anything leaves', async (kind, target) => {
    const forum = await aForum(version);
    await expect(connectTo(forum).perform(aNodebbCall(kind, target), never)).rejects.toMatchObject({
      code: 'refused',
      mayHaveArrived: false,
    });
    expect(forum.server.requests).toEqual([]);
  });
});
