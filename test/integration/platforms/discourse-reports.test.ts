import { describe, expect, it } from 'vitest';
import type { RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { aDiscourse, connectorWithRace } from '../../builders/discourse.ts';
import { never, readAll } from '../../builders/practice.ts';

const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
const idsOf = (reports: readonly RemoteReport[]) => inOrder(reports.map(({ remoteId }) => remoteId));

describe('reading the review queue of Discourse', () => {
  it('reads every report of every state, ten a page, and goes on from there', async () => {
    const { site, connector } = await aDiscourse();
    const ids = Array.from({ length: 35 }, () => site.addReport());
    for (const id of ids.slice(0, 12)) site.closeByColleague(id);
    const { items, pages, last } = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(idsOf(items)).toEqual(inOrder(ids));
    // The last one asks for numbers that were not shown.
    expect(pages).toBe(5);
    expect(items.map(({ createdAt }) => createdAt)).toEqual(
      items.map(({ createdAt }) => createdAt).sort((a, b) => a - b),
    );
    const more = [site.addReport(), site.addReport()];
    const { resume } = last as { resume?: string };
    const again = await readAll((cursor) => connector.listNewReports(cursor ?? resume ?? null, never));
    expect(idsOf(again.items)).toEqual(expect.arrayContaining(more));
    // What comes again is a quarter of an hour, not everything.
    expect(again.items.length).toBeLessThan(25);
  });

  it('sees a report that was being written while the pass before it ended', async () => {
    const { site, connector } = await aDiscourse();
    for (let times = 0; times < 12; times += 1) site.addReport();
    const { last } = await readAll((cursor) => connector.listNewReports(cursor, never));
    const late = site.found(site.addReport());
    Object.assign(late, { createdAt: site.world.reviewables[10]!.createdAt + 1 });
    const { resume } = last as { resume?: string };
    const { items } = await readAll((cursor) => connector.listNewReports(cursor ?? resume ?? null, never));
    expect(idsOf(items)).toContain(String(late.id));
  });

  it('reads all of many reports of one and the same moment', async () => {
    const { site, connector } = await aDiscourse();
    const ids = Array.from({ length: 33 }, () => site.addReport());
    for (const one of site.world.reviewables) Object.assign(one, { createdAt: Date.UTC(2026, 1, 3) });
    const open = await readAll((cursor) => connector.listOpenReports(cursor, never));
    expect(idsOf(open.items)).toEqual(inOrder(ids));
    const all = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(idsOf(all.items)).toEqual(inOrder(ids));
  });

  it('leaves out nobody while the list shifts under its feet', async () => {
    const { site, connector } = await aDiscourse();
    const ids = Array.from({ length: 45 }, () => site.addReport());
    const closed = new Set<string>();
    const seen: RemoteReport[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: readonly RemoteReport[]; next: string | null } = await connector.listOpenReports(
        cursor,
        never,
      );
      seen.push(...page.items);
      // Everything that was just read leaves the list, so that an offset would jump over the next ten.
      for (const { remoteId } of page.items.slice(0, 9)) {
        closed.add(remoteId);
        site.closeByColleague(remoteId);
      }
      site.addReport();
      cursor = page.next;
    } while (cursor !== null);
    expect(idsOf(seen)).toEqual(expect.arrayContaining(ids));
    expect(closed.size).toBeGreaterThan(30);
  });

  it('reads what the site’s own page hides for its low score', async () => {
    const { site, connector } = await aDiscourse({ leastScore: 100 });
    const id = site.addReport();
    expect(idsOf((await connector.listOpenReports(null, never)).items)).toEqual([id]);
    expect(idsOf((await connector.listNewReports(null, never)).items)).toEqual([id]);
  });

  it.each([
    ['user', 'combined'],
    ['claim', 'combined'],
    ['claim', 'apart'],
  ] as const)('says the same of a report in the list and by its number (%s, %s)', async (shape, actions) => {
    const { site, connector } = await aDiscourse({ shape, actions });
    const ids = Array.from({ length: 6 }, () => site.addReport());
    const author = (id: string) => site.world.user(site.found(id).targetCreatedById)!;
    author(ids[1]!).silencedTill = Date.UTC(2999, 0);
    author(ids[2]!).suspendedTill = Date.UTC(2999, 0);
    site.world.claims.set(site.found(ids[3]!).topicId!, site.colleague.id);
    site.closeByColleague(ids[4]!);
    author(ids[5]!).moderator = true;
    const { items } = await connector.listNewReports(null, never);
    const single = await Promise.all(ids.map((id) => connector.readReport(id, never)));
    expect(items.map(({ version, payloadHash }) => [version, payloadHash])).toEqual(
      single.map((one) => [one?.version, one?.payloadHash]),
    );
    expect(items.map(({ target }) => target.state)).toEqual([
      'active',
      'silenced',
      'suspended',
      'active',
      'active',
      'active',
    ]);
    expect(items.map(({ assignedTo }) => assignedTo)).toEqual([null, null, null, 'ines', null, null]);
    expect(items.map(({ state, resolvedBy }) => `${state} ${resolvedBy}`)[4]).toBe('resolved ines');
    expect(items[5]?.target.isStaff).toBe(true);
    expect(new Set(items.map(({ version }) => version.split(':')[1])).size).toBe(6);
  });

  it('shows every flag, the gravest reason, and the post as text', async () => {
    const { site, connector } = await aDiscourse();
    const { world } = site;
    const post = site.addPost();
    post.cooked =
      '<p>Look <a href="https://elsewhere.example/x">here</a></p><p><img src="/uploads/a.png" alt="a face"><img class="emoji" src="/e.png" alt=":x:"></p>';
    const first = world.flag(post, world.addUser('alba'), { typeId: 8 });
    world.flag(post, world.addUser('carmen'), { typeId: 4, message: 'This is <b>about me</b>' });
    const report = await connector.readReport(String(first.id), never);
    expect(report).toMatchObject({
      state: 'open',
      category: 'violation',
      comment: 'Spam (@alba)\nInappropriate (@carmen): This is about me',
      reporter: { handle: 'alba' },
      updatedAt: null,
      posts: [
        {
          remoteId: String(post.id),
          text: 'Look here (https://elsewhere.example/x)\n\na face:x:',
          media: [{ kind: 'image', description: 'a face', url: `${site.server.origin}/uploads/a.png` }],
        },
      ],
    });
    post.deletedAt = Date.now();
    const later = await connector.readReport(String(first.id), never);
    expect(later?.posts).toEqual([]);
    expect(later?.version).not.toBe(report?.version);
  });

  it('shows a post that waits, an account that waits, and what nobody knows', async () => {
    const { site, connector } = await aDiscourse();
    const { world } = site;
    const author = world.addUser('nova');
    const queued = world.addReviewable({
      type: 'ReviewableQueuedPost',
      createdById: author.id,
      targetCreatedById: author.id,
      payload: { raw: 'My first words', title: 'Hello' },
    });
    world.addScore(queued, world.user(-1)!, { typeId: 9, reason: 'approve <a href="/x">new users</a>' });
    const account = world.addUser('lumen', { approved: false });
    const waits = world.addReviewable({
      type: 'ReviewableUser',
      createdById: -1,
      target: { type: 'User', id: account.id },
      payload: { username: 'lumen', name: 'Lu', bio: 'I sing' },
    });
    const other = world.addReviewable({ type: 'ReviewableAkismetUser', createdById: -1, targetCreatedById: author.id });
    const { items, rejected } = await connector.listOpenReports(null, never);
    expect(rejected).toEqual([]);
    expect(items).toMatchObject([
      {
        remoteId: String(queued.id),
        target: { handle: 'nova' },
        reporter: { handle: 'system', isBot: true },
        posts: [{ remoteId: `queued-${queued.id}`, text: 'Hello\n\nMy first words' }],
      },
      {
        remoteId: String(waits.id),
        target: { remoteId: String(account.id), handle: 'lumen', profileText: 'I sing' },
        posts: [],
      },
      { remoteId: String(other.id), category: 'other', target: { handle: 'nova' }, posts: [] },
    ]);
    expect(items[0]?.comment).toContain('Needs Approval (@system): approve new users');
  });

  it('keeps the report of an account that was deleted', async () => {
    const { site, connector } = await aDiscourse();
    const id = site.addReport();
    site.world.user(site.found(id).targetCreatedById)!.deleted = true;
    const { items, rejected } = await connector.listOpenReports(null, never);
    expect(rejected).toEqual([]);
    expect(items).toMatchObject([{ remoteId: id, target: { remoteId: `unknown-${id}`, handle: '' } }]);
    expect((await connector.readReport(id, never))?.version).toBe(items[0]?.version);
  });

  it('sees a new flag bring a closed report back under its number, though its version number stays', async () => {
    const { site, connector } = await aDiscourse();
    const id = site.addReport();
    const open = await connector.readReport(id, never);
    site.closeByColleague(id);
    const closed = await connector.readReport(id, never);
    expect(closed).toMatchObject({ state: 'resolved', resolvedBy: 'ines' });
    expect(site.reportAgain(id)).toBe(true);
    const again = await connector.readReport(id, never);
    expect(again).toMatchObject({ state: 'open', resolvedBy: null });
    expect(site.found(id).version).toBe(1);
    expect(new Set([open?.version, closed?.version, again?.version]).size).toBe(3);
    expect(idsOf((await connector.listOpenReports(null, never)).items)).toEqual([id]);
  });

  it('answers null only for what is not there', async () => {
    const { site, connector } = await aDiscourse();
    const id = site.addReport();
    expect(await connector.readReport('987654', never)).toBeNull();
    site.vanish(id);
    expect(await connector.readReport(id, never)).toBeNull();
    site.server.faults.add({ kind: 'server-error', status: 503, times: 1 });
    await expect(connector.readReport(id, never)).rejects.toMatchObject({ code: 'server-error' });
  });

  it('sets a broken item aside and keeps the page', async () => {
    const { site, connector } = await aDiscourse();
    for (let times = 0; times < 4; times += 1) site.addReport();
    Object.assign(site.world.reviewables[1]!, { version: 'two' });
    const { items, rejected } = await connector.listOpenReports(null, never);
    expect(items).toHaveLength(3);
    expect(rejected).toMatchObject([{ position: 1, problem: 'version: not a number', raw: { version: 'two' } }]);
  });

  it('asks for each author where a site has more people under a penalty than can be listed', async () => {
    const { site, connector } = await aDiscourse();
    const id = site.addReport();
    for (let times = 0; times < 520; times += 1)
      site.world.addUser(`spammer${times}`, { suspendedTill: Date.UTC(2999, 0) });
    const early = site.world.user(site.found(id).targetCreatedById)!;
    early.suspendedTill = Date.UTC(2999, 0);
    const { items } = await connector.listOpenReports(null, never);
    expect(items[0]?.target.state).toBe('suspended');
    expect(site.server.requests.filter(({ path }) => path === `/admin/users/${early.id}.json`)).toHaveLength(1);
  });

  it('takes 26 requests for a list of 200 reports', async () => {
    const { site, connector } = await aDiscourse();
    for (let times = 0; times < 200; times += 1) site.addReport();
    const { items } = await readAll((cursor) => connector.listOpenReports(cursor, never));
    expect(idsOf(items)).toHaveLength(200);
    // Ten a page, one of them known from the page before, and three for how all authors stand.
    expect(site.server.requests).toHaveLength(26);
  });

  it('stops when it is told to', async () => {
    const { site } = await aDiscourse();
    site.addReport();
    const controller = new AbortController();
    const connector = connectorWithRace(
      site,
      ({ path }) => path.startsWith('/admin/'),
      () => controller.abort(),
    );
    await expect(connector.listOpenReports(null, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
