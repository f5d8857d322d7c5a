import { describe, expect, it } from 'vitest';
import type { PlatformConnector, RemoteActivity } from '../../../electron/data/platforms/platform.ts';
import { aLemmy, aLemmyCall, aPostReport, type LemmyPlace } from '../../builders/lemmy.ts';
import { never, readAll } from '../../builders/practice.ts';
import type { Kind } from '../../stand-ins/lemmy/lemmy-world.ts';

const newReports = (connector: PlatformConnector, from: string | null = null) =>
  readAll((cursor) => connector.listNewReports(cursor ?? from, never));
const openReports = (connector: PlatformConnector) => readAll((cursor) => connector.listOpenReports(cursor, never));
const resumeOf = (last: unknown): string | null => (last as { resume?: string | null }).resume ?? null;

/** So many posts with a report each, every third one closed. */
function manyReports(place: LemmyPlace, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const report = aPostReport(place);
    if (index % 3 === 0) place.world.resolve(report, place.moderator.id, true);
  }
}

/** One report of every kind that this version has. */
function oneOfEach(place: LemmyPlace, speaks: 'v3' | 'v4'): void {
  const { world, workshop, member, moderator } = place;
  const post = world.addPost(workshop.id, member.id);
  world.addReport('post', post.id, moderator.id);
  world.addReport('comment', world.addComment(post.id, member.id).id, moderator.id);
  world.addReport('private_message', world.addMessage(member.id, moderator.id).id, moderator.id);
  if (speaks === 'v4') world.addReport('community', place.elsewhere.id, moderator.id);
}

describe.each(['v3', 'v4'] as const)('the Lemmy connector, %s', (speaks) => {
  it('finds out who we are and offers an administrator what the server can do', async () => {
    const place = await aLemmy(speaks);
    const facts = await place.as(place.admin).readFacts(never);
    expect(facts).toMatchObject({
      name: 'Test Lemmy',
      accountRemoteId: String(place.admin.id),
      accountHandle: 'morgan',
      rules: [],
      capabilities: {
        software: 'lemmy',
        version: speaks === 'v3' ? '0.19.20' : '1.0.0',
        reports: true,
        assign: false,
        resolve: true,
        reopen: true,
        resolveWithComment: speaks === 'v4',
        personEffects: ['none', 'silence', 'suspend'],
        undoEffects: ['silence', 'suspend'],
        accountActionResolvesReports: false,
        postActionResolvesReports: true,
        irreversible: [],
        removePost: true,
        restorePost: true,
        activities: true,
        measures: true,
        missingRights: [],
      },
    });
  });

  it('gives a moderator the power over their community alone, and says which right is missing', async () => {
    const place = await aLemmy(speaks);
    const { capabilities } = await place.as(place.moderator).readFacts(never);
    expect(capabilities).toMatchObject({ reports: true, personEffects: ['none', 'silence'], missingRights: ['admin'] });
    expect(capabilities.absences).toContainEqual({ ability: 'suspend', why: 'right' });
  });

  it('offers a member nothing, and explains everything that is not offered', async () => {
    const place = await aLemmy(speaks);
    const { capabilities } = await place.as(place.member).readFacts(never);
    expect(capabilities).toMatchObject({
      reports: false,
      resolve: false,
      personEffects: ['none'],
      missingRights: ['moderator'],
    });
    const explained = new Set(capabilities.absences?.map(({ ability }) => ability));
    for (const ability of [
      'assign',
      'resolve',
      'reopen',
      'warn',
      'sensitive',
      'disable',
      'silence',
      'suspend',
    ] as const)
      expect(explained).toContain(ability);
  });

  it('says that a token is worth nothing, though the server answers it as a stranger', async () => {
    const place = await aLemmy(speaks);
    const connector = place.as(place.admin);
    place.world.tokens.clear();
    await expect(connector.readFacts(never)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('reads reports of every kind with the words as they were when they were reported', async () => {
    const place = await aLemmy(speaks);
    oneOfEach(place, speaks);
    const [post] = place.world.posts;
    post!.name = 'Edited title';
    post!.body = 'Edited body';
    place.world.comments[0]!.content = 'Edited comment';
    const { items } = await newReports(place.as(place.admin));
    const byKind = new Map(items.map((item) => [item.remoteId.split(':')[0], item]));
    expect([...byKind.keys()].sort()).toEqual(
      speaks === 'v3' ? ['comment', 'message', 'post'] : ['comment', 'community', 'message', 'post'],
    );
    expect(byKind.get('post')?.posts[0]).toMatchObject({
      remoteId: 'post:1',
      text: 'Title 1\n\nBody 1',
      language: 'en',
    });
    expect(byKind.get('comment')?.posts[0]).toMatchObject({ text: 'Comment 1', inReplyTo: 'post:1' });
    expect(byKind.get('message')?.posts[0]).toMatchObject({ text: 'Message 1', visibility: 'direct' });
    expect(byKind.get('post')).toMatchObject({ reporter: { handle: 'ines' }, target: { handle: 'bruno' } });
    if (speaks === 'v4') {
      expect(byKind.get('community')).toMatchObject({
        target: { remoteId: `community:${place.elsewhere.id}`, handle: '!elsewhere' },
        posts: [],
      });
    }
  });

  it('keeps apart what has the same number in two kinds', async () => {
    const place = await aLemmy(speaks);
    oneOfEach(place, speaks);
    const { items } = await newReports(place.as(place.admin));
    expect(place.world.reports.every(({ id }) => id === 1)).toBe(true);
    expect(new Set(items.map(({ remoteId }) => remoteId)).size).toBe(place.world.reports.length);
  });

  it('shows a moderator only what belongs to their communities', async () => {
    const place = await aLemmy(speaks);
    oneOfEach(place, speaks);
    place.world.addReport('post', place.world.addPost(place.elsewhere.id, place.member.id).id, place.admin.id);
    const { items } = await newReports(place.as(place.moderator));
    expect(items.map(({ remoteId }) => remoteId).sort()).toEqual(['comment:1@1.1', 'post:1@1']);
  });

  it('reads hundreds of reports of every state once, and next time only the newest page', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 230);
    const connector = place.as(place.admin);
    const { items, last } = await newReports(connector);
    expect([...new Set(items.map(({ remoteId }) => remoteId))].sort()).toEqual(
      place.world.reports.map(place.idOf).sort(),
    );
    const added = aPostReport(place);
    place.server.requests.length = 0;
    const again = await newReports(connector, resumeOf(last));
    expect(again.items.map(({ remoteId }) => remoteId)).toContain(place.idOf(added));
    expect(place.server.requests.length).toBeLessThanOrEqual(3);
  });

  it('goes on from any stored place after a stop', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 180);
    const ids = new Set<string>();
    for (let cursor: string | null = null; ; ) {
      // A new connector each time: nothing but the cursor survives.
      const page = await place.as(place.admin).listNewReports(cursor, never);
      for (const { remoteId } of page.items) ids.add(remoteId);
      cursor = page.resume;
      if (page.next === null) break;
    }
    expect(ids.size).toBe(180);
  });

  it.each(['new ones come in', 'some are purged', 'the one it stopped at is purged'])(
    'leaves no report out when %s between the pages',
    async (what) => {
      const place = await aLemmy(speaks);
      manyReports(place, 160);
      const connector = place.as(place.admin);
      const seen = new Set<string>();
      let cursor: string | null = null;
      for (let pages = 0; ; pages += 1) {
        const page = await connector.listNewReports(cursor, never);
        for (const { remoteId } of page.items) seen.add(remoteId);
        if (page.next === null) break;
        cursor = page.next;
        if (pages > 1) continue;
        if (what === 'new ones come in') for (let count = 0; count < 60; count += 1) aPostReport(place);
        // From what was just read, so that all that follows moves up.
        const read = [...place.world.reports].reverse().filter((one) => seen.has(place.idOf(one)));
        if (what === 'some are purged') for (const one of read.slice(0, 45)) place.world.purge('post', one.objectId);
        if (what === 'the one it stopped at is purged') place.world.purge('post', read.at(-1)!.objectId);
      }
      // What came in above the walk is the next pass's.
      for (const { remoteId } of (await newReports(connector, cursor)).items) seen.add(remoteId);
      const { items } = await newReports(connector, resumeOf(await lastOf(connector, cursor)));
      for (const { remoteId } of items) seen.add(remoteId);
      expect(place.world.reports.map(place.idOf).filter((id) => !seen.has(id))).toEqual([]);
    },
  );

  it('starts over when it may see more than before', async () => {
    const place = await aLemmy(speaks);
    const hidden = place.world.addReport(
      'post',
      place.world.addPost(place.elsewhere.id, place.member.id).id,
      place.admin.id,
    );
    for (let count = 0; count < 70; count += 1) aPostReport(place);
    const { last } = await newReports(place.as(place.moderator));
    place.elsewhere.moderators.add(place.moderator.id);
    const { items } = await newReports(place.as(place.moderator), resumeOf(last));
    expect(items.map(({ remoteId }) => remoteId)).toContain(place.idOf(hidden));
  });

  it('lists every open report, oldest first within each list', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 170);
    const { items } = await openReports(place.as(place.admin));
    const open = place.world.reports.filter(({ resolved }) => !resolved).map(place.idOf);
    expect([...new Set(items.map(({ remoteId }) => remoteId))]).toEqual(open);
  });

  it('leaves no open report out when colleagues close others while it reads', async () => {
    const place = await aLemmy(speaks);
    for (let count = 0; count < 300; count += 1) aPostReport(place);
    const connector = place.as(place.admin);
    const seen = new Set<string>();
    for (let cursor: string | null = null; ; ) {
      const page = await connector.listOpenReports(cursor, never);
      for (const { remoteId } of page.items) seen.add(remoteId);
      if (page.next === null) break;
      cursor = page.next;
      if (seen.size > 150) continue;
      // The first forty that are open, so that the rest moves up by forty.
      for (const one of place.world.reports.filter(({ resolved }) => !resolved).slice(0, 40))
        place.world.resolve(one, place.moderator.id, true);
    }
    const open = place.world.reports.filter(({ resolved }) => !resolved).map(place.idOf);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('finds one report of every kind with one request', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 120);
    oneOfEach(place, speaks);
    const connector = place.as(place.admin);
    await connector.readFacts(never);
    const kinds: Kind[] = speaks === 'v3' ? ['post', 'comment'] : ['post', 'comment', 'private_message', 'community'];
    for (const kind of kinds) {
      const report = place.world.reports.find((one) => one.kind === kind)!;
      place.server.requests.length = 0;
      expect(await connector.readReport(place.idOf(report), never)).toMatchObject({ remoteId: place.idOf(report) });
      expect(place.server.requests).toHaveLength(1);
    }
  });

  it('knows that a purged report is gone, and asks twice before it says so', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const id = place.idOf(report);
    const connector = place.as(place.admin);
    place.server.faults.add({ kind: 'shortened-list', match: 'report/list', times: 1 });
    expect(await connector.readReport(id, never)).not.toBeNull();
    place.world.purge('post', report.objectId);
    expect(await connector.readReport(id, never)).toBeNull();
    expect(await place.as(place.moderator).readReport(id, never)).toBeNull();
  });

  it('calls nothing gone that a moderator merely no longer sees', async () => {
    const place = await aLemmy(speaks);
    const id = place.idOf(aPostReport(place));
    place.workshop.moderators.delete(place.moderator.id);
    place.elsewhere.moderators.add(place.moderator.id);
    await expect(place.as(place.moderator).readReport(id, never)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'not_a_mod_or_admin',
    });
  });

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
    expect(after).toMatchObject({ state: 'resolved', resolvedBy: 'ines', posts: [{ text: before?.posts[0]?.text }] });
    await connector.perform(aLemmyCall(place, report, { kind: 'post.restore', ...target }), never);
    expect(place.world.post(report.objectId).removed).toBe(false);
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
    const { items } = await readActivities(place.as(place.admin));
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
    expect(new Set(first.items.map(({ remoteId }) => remoteId)).size).toBe(186);
    expect(first.items.map(({ remoteId }) => remoteId)).toContain(`post:${pinned!.id}`);
    world.now += 3 * 24 * 60 * 60_000;
    const late = world.addPost(workshop.id, member.id);
    const second = await readActivities(place.as(place.admin), first.resume);
    expect(second.items.map(({ remoteId }) => remoteId)).toContain(`post:${late.id}`);
    const theirs = await readActivities(place.as(place.moderator));
    expect(theirs.items.every(({ space }) => space === 'workshop')).toBe(true);
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

describe('the Lemmy connector on older servers', () => {
  it('finds a report also where the server ignores what it is asked about', async () => {
    const place = await aLemmy('v3', { version: '0.19.3', ignoresObjectFilter: true });
    const wanted = aPostReport(place);
    manyReports(place, 130);
    const connector = place.as(place.admin);
    const id = place.idOf(wanted);
    expect(await connector.readReport(id, never)).toMatchObject({ remoteId: id });
    place.world.purge('post', wanted.objectId);
    expect(await connector.readReport(id, never)).toBeNull();
    expect((await connector.readFacts(never)).capabilities.postActionResolvesReports).toBe(false);
  });

  it('speaks the newer interface with a development build that names no version', async () => {
    const place = await aLemmy('v4', { version: 'unknown version' });
    const facts = await place.as(place.admin).readFacts(never);
    expect(facts.accountHandle).toBe('morgan');
  });

  it('offers no words with closing before 1.0 is out', async () => {
    const place = await aLemmy('v4', { version: '1.0.0-beta.1' });
    const { capabilities } = await place.as(place.admin).readFacts(never);
    expect(capabilities.resolveWithComment).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'resolveWithComment', why: 'version' });
  });
});

describe('the Lemmy connector on 1.0', () => {
  it('keeps what a moderator says with closing', async () => {
    const place = await aLemmy('v4');
    const report = aPostReport(place);
    await place.as(place.moderator).perform(aLemmyCall(place, report, { text: 'Thank you' }), never);
    expect(report.conclusion).toBe('Thank you');
  });

  it('shows administrators reports on a community’s own rules from the first day', async () => {
    const place = await aLemmy('v4');
    const report = aPostReport(place);
    const { items } = await openReports(place.as(place.admin));
    expect(items.map(({ remoteId }) => remoteId)).toEqual([place.idOf(report)]);
  });

  it('starts a list over when the server no longer knows the place', async () => {
    const place = await aLemmy('v4');
    for (let count = 0; count < 120; count += 1) aPostReport(place);
    const connector = place.as(place.admin);
    const first = await connector.listOpenReports(null, never);
    const at = place.world.reports.find((one) => place.idOf(one) === first.items.at(-1)?.remoteId)!;
    place.world.purge('post', at.objectId);
    const { items } = await readAll((cursor) => connector.listOpenReports(cursor ?? first.next, never));
    expect(new Set(items.map(({ remoteId }) => remoteId)).size).toBe(119);
  });
});

/** Every activity from a cursor on. */
async function readActivities(connector: PlatformConnector, from: string | null = null) {
  const items: RemoteActivity[] = [];
  for (let cursor = from; ; ) {
    const page = await connector.listActivities!(cursor, never);
    items.push(...page.items);
    cursor = page.resume;
    if (page.next === null) return { items, resume: page.resume };
  }
}

async function lastOf(connector: PlatformConnector, cursor: string | null): Promise<unknown> {
  return (await newReports(connector, cursor)).last;
}
