import { describe, expect, it } from 'vitest';
import { aLemmy, aLemmyCall, aPostReport } from '../../builders/lemmy.ts';
import { never } from '../../builders/practice.ts';
import { readActivities } from '../../builders/read-activities.ts';

describe.each(['v3', 'v4'] as const)('acting on Lemmy, %s', (speaks) => {
  it('closes a report, opens it again, and reads who did', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const id = place.idOf(report);
    const connector = place.as(place.moderator);
    const before = await connector.readReport(id, never);
    expect(before).toMatchObject({ state: 'open', resolvedBy: null, updatedAt: report.published });
    await connector.perform(aLemmyCall(place, report), never);
    const closed = await connector.readReport(id, never);
    expect(closed).toMatchObject({ state: 'resolved', resolvedBy: 'ines', resolvedAt: report.updated });
    await connector.perform(aLemmyCall(place, report, { kind: 'report.reopen' }), never);
    const again = await connector.readReport(id, never);
    expect(again).toMatchObject({ state: 'open', resolvedBy: null, resolvedAt: null });
    expect(new Set([before?.version, closed?.version, again?.version]).size).toBe(3);
    expect(again?.updatedAt).not.toBe(before?.updatedAt);
  });

  it('shows when a second moderator closed what was closed: the last one stands there', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const connector = place.as(place.admin);
    await connector.perform(aLemmyCall(place, report), never);
    const ours = await connector.readReport(place.idOf(report), never);
    place.world.resolve(report, place.moderator.id, true);
    const theirs = await connector.readReport(place.idOf(report), never);
    expect([ours?.resolvedBy, theirs?.resolvedBy]).toEqual(['morgan', 'ines']);
    expect(theirs?.version).not.toBe(ours?.version);
  });

  it('bans from the server as an administrator, lifts it, and leaves reports open', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const connector = place.as(place.admin);
    await connector.perform(aLemmyCall(place, report, { kind: 'account.suspend' }), never);
    expect(await connector.readReport(place.idOf(report), never)).toMatchObject({
      state: 'open',
      target: { state: 'suspended' },
    });
    expect(await connector.readAccount(String(place.member.id), never)).toMatchObject({ state: 'suspended' });
    await connector.perform(aLemmyCall(place, report, { kind: 'account.undo-suspend' }), never);
    expect(await connector.readAccount(String(place.member.id), never)).toMatchObject({ state: 'active' });
    expect(place.world.posts.every(({ removed }) => !removed)).toBe(true);
  });

  it('bans from the one community the report is about, and lifts it', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const connector = place.as(place.moderator);
    await connector.perform(aLemmyCall(place, report, { kind: 'account.silence' }), never);
    expect(place.workshop.banned).toEqual(new Set([place.member.id]));
    expect(place.member.banned).toBe(false);
    expect(await connector.readReport(place.idOf(report), never)).toMatchObject({ target: { state: 'silenced' } });
    await connector.perform(aLemmyCall(place, report, { kind: 'account.undo-silence' }), never);
    expect(place.workshop.banned.size).toBe(0);
  });

  it('refuses before anything leaves what the account or the platform can’t do', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const message = place.world.addReport(
      'private_message',
      place.world.addMessage(place.member.id, place.moderator.id).id,
      place.moderator.id,
    );
    const connector = place.as(place.moderator);
    await connector.readFacts(never);
    const asked = place.server.requests.length;
    const calls = [
      aLemmyCall(place, report, { kind: 'account.suspend' }),
      aLemmyCall(place, report, { kind: 'account.warn' }),
      aLemmyCall(place, report, { kind: 'account.disable' }),
      aLemmyCall(place, report, { kind: 'report.assign' }),
      aLemmyCall(place, report, { kind: 'account.silence', targetRemoteId: 'community:2' }),
      aLemmyCall(place, report, { kind: 'account.silence', reportRemoteId: null }),
      aLemmyCall(place, report, { kind: 'post.remove', targetRemoteId: 'message:1' }),
      aLemmyCall(place, message),
    ];
    for (const call of calls)
      await expect(connector.perform(call, never)).rejects.toMatchObject({ code: 'refused', mayHaveArrived: false });
    expect(place.server.requests.length).toBe(asked);
  });

  it('takes a post down and puts it back; the server closes every report of it', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const second = place.world.addReport('post', report.objectId, place.admin.id);
    const reply = place.world.addComment(report.objectId, place.member.id);
    const connector = place.as(place.moderator);
    const before = await connector.readReport(place.idOf(second), never);
    const target = { targetRemoteId: `post:${report.objectId}` };
    await connector.perform(aLemmyCall(place, report, { kind: 'post.remove', ...target }), never);
    expect(place.world.post(report.objectId).removed).toBe(true);
    expect(reply.removed).toBe(false);
    const after = await connector.readReport(place.idOf(second), never);
    expect(after).toMatchObject({
      state: 'resolved',
      resolvedBy: 'ines',
      posts: [{ text: before?.posts[0]?.text, isTakenDown: true }],
    });
    await connector.perform(aLemmyCall(place, report, { kind: 'post.restore', ...target }), never);
    expect(place.world.post(report.objectId).removed).toBe(false);
    expect((await connector.readReport(place.idOf(second), never))?.posts[0]?.isTakenDown).toBeUndefined();
    expect(place.world.log.map(({ what, undone }) => `${what} ${undone}`)).toEqual([
      'remove post false',
      'remove post true',
    ]);
  });

  it('takes a comment down', async () => {
    const place = await aLemmy(speaks);
    const post = place.world.addPost(place.workshop.id, place.member.id);
    const comment = place.world.addComment(post.id, place.member.id);
    const report = place.world.addReport('comment', comment.id, place.moderator.id);
    const call = aLemmyCall(place, report, { kind: 'post.remove', targetRemoteId: `comment:${comment.id}` });
    await place.as(place.moderator).perform(call, never);
    expect([comment.removed, report.resolved, post.removed]).toEqual([true, true, false]);
  });

  it('puts words into the public log only when the person is to be told', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const connector = place.as(place.admin);
    const words = { kind: 'account.suspend', text: 'You named somebody’s school' } as const;
    await connector.perform(aLemmyCall(place, report, words), never);
    await connector.perform(aLemmyCall(place, report, { ...words, notify: true }), never);
    expect(place.world.log.map(({ reason }) => reason ?? '')).toEqual(['', 'You named somebody’s school']);
  });

  it('says what a refusal means, whatever its status', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const boss = place.world.addPerson('boss', { admin: true });
    const connector = place.as(place.admin);
    const onBoss = aLemmyCall(place, report, { kind: 'account.suspend', targetRemoteId: String(boss.id) });
    await expect(connector.perform(onBoss, never)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'not_higher_admin',
    });
    const onNobody = aLemmyCall(place, report, { kind: 'post.remove', targetRemoteId: 'post:999' });
    await expect(connector.perform(onNobody, never)).rejects.toMatchObject({ code: 'not-found' });
    expect(await connector.readAccount('999', never)).toBeNull();
  });

  it('shows what stands around a comment without marking anything as read', async () => {
    const place = await aLemmy(speaks);
    const { world, member, moderator, workshop } = place;
    const post = world.addPost(workshop.id, moderator.id);
    const above = world.addComment(post.id, moderator.id);
    const reported = world.addComment(post.id, member.id, above);
    const below = world.addComment(post.id, moderator.id, reported);
    world.addComment(post.id, moderator.id);
    const connector = place.as(place.admin);
    const thread = await connector.readThread(`comment:${reported.id}`, never);
    expect(thread.map(({ remoteId }) => remoteId)).toEqual([
      `post:${post.id}`,
      `comment:${above.id}`,
      `comment:${below.id}`,
    ]);
    expect(thread[0]?.author.handle).toBe('ines');
    const answers = await connector.readThread(`post:${post.id}`, never);
    expect(answers.map(({ remoteId }) => remoteId)).toEqual(world.comments.map(({ id }) => `comment:${id}`));
    expect(await connector.readThread('message:1', never)).toEqual([]);
    expect(world.marksRead.size).toBe(0);
  });

  it('lists posts and comments as activities, with whom and what they answer', async () => {
    const place = await aLemmy(speaks);
    const { world, member, workshop } = place;
    const remote = world.addPerson('zoe', { host: 'far.example', bot: true });
    const post = world.addPost(workshop.id, member.id);
    const comment = world.addComment(post.id, remote.id);
    const reply = world.addComment(post.id, member.id, comment);
    const all = (await readActivities(place.as(place.admin))).items;
    const items = all.filter(({ kind }) => kind !== 'joined');
    const thread = { space: 'workshop', threadRemoteId: `post:${post.id}` };
    expect(items).toEqual([
      expect.objectContaining({ ...thread, remoteId: `post:${post.id}`, kind: 'posted', parentRemoteId: null }),
      expect.objectContaining({
        ...thread,
        remoteId: `comment:${comment.id}`,
        kind: 'replied',
        parentRemoteId: `post:${post.id}`,
        memberHandle: 'zoe@far.example',
        isBot: true,
        at: comment.published,
      }),
      expect.objectContaining({ ...thread, remoteId: `comment:${reply.id}`, parentRemoteId: `comment:${comment.id}` }),
    ]);
    // Of those who wrote, members of this server alone.
    const joined = all.filter(({ kind }) => kind === 'joined').map(({ memberHandle, at }) => [memberHandle, at]);
    expect(new Map(joined as [string, number][])).toEqual(new Map([[member.name, member.published]]));
    expect(world.marksRead.size).toBe(0);
  });

  it('goes on with activities where it was, over pinned posts, and gives moderators their communities’', async () => {
    const place = await aLemmy(speaks);
    const { world, member, workshop, elsewhere } = place;
    // More than a page of them.
    const [pinned] = Array.from({ length: 55 }, () => world.addPost(workshop.id, member.id, { featured: true }));
    world.now += 3 * 24 * 60 * 60_000;
    for (let count = 0; count < 130; count += 1) world.addPost(workshop.id, member.id);
    world.addPost(elsewhere.id, member.id);
    const first = await readActivities(place.as(place.admin));
    const acts = first.items.filter(({ kind }) => kind !== 'joined');
    expect(new Set(acts.map(({ remoteId }) => remoteId)).size).toBe(186);
    expect(first.items.map(({ remoteId }) => remoteId)).toContain(`post:${pinned!.id}`);
    world.now += 3 * 24 * 60 * 60_000;
    const late = world.addPost(workshop.id, member.id);
    const second = await readActivities(place.as(place.admin), first.resume);
    expect(second.items.map(({ remoteId }) => remoteId)).toContain(`post:${late.id}`);
    const theirs = await readActivities(place.as(place.moderator));
    expect(theirs.items.every(({ kind, space }) => kind === 'joined' || space === 'workshop')).toBe(true);
  });

  it('samples today’s counts, counts sign-ups for administrators, and makes up no past', async () => {
    const place = await aLemmy(speaks);
    const day = 24 * 60 * 60_000;
    for (let count = 0; count < 60; count += 1) {
      const person = place.world.addPerson(`new${count}`);
      if (speaks === 'v3') place.world.addApplication(person.id);
    }
    const now = Date.now();
    const from = place.world.now - 2 * day;
    const measures = await place.as(place.admin).readMeasures(from, now, never);
    const today = Math.floor(now / day) * day;
    const users = place.world.people.length;
    expect(measures).toContainEqual({
      key: 'users',
      dimension: '',
      periodStart: today,
      periodUnit: 'day',
      value: users,
    });
    expect(measures).toContainEqual(expect.objectContaining({ key: 'users_active_month', value: 20 }));
    const signUps = measures.filter(({ key }) => key === 'new_users').reduce((sum, { value }) => sum + value, 0);
    expect(signUps).toBe(speaks === 'v3' ? 60 : users);
    expect(await place.as(place.moderator).readMeasures(from, now - 3 * day, never)).toEqual([]);
  });

  it('is told to wait by each version in its own way', async () => {
    const place = await aLemmy(speaks, { message: { requests: 4, seconds: 30 } });
    const connector = place.as(place.admin);
    const before = Date.now();
    const asking = async (): Promise<void> => {
      for (let count = 0; count < 6; count += 1) await connector.listOpenReports(null, never);
    };
    const error = await asking().then(
      () => null,
      (thrown: { code: string; retryAt: number }) => thrown,
    );
    expect(error).toMatchObject({ code: 'rate-limited', status: speaks === 'v3' ? 400 : 429 });
    // 1.0 says how many seconds are left; 0.19 says nothing, and a minute is the usual span.
    const most = speaks === 'v3' ? 61_000 : 31_000;
    expect(error!.retryAt).toBeGreaterThan(before);
    expect(error!.retryAt).toBeLessThanOrEqual(Date.now() + most);
  });
});
