import { describe, expect, it } from 'vitest';
import { detectPlatform } from '../../../electron/data/platforms/detect/detect-platform.ts';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { type Ability, abilities, type Capabilities } from '../../../shared/domain/community.ts';
import { aDiscourse, connectAs } from '../../builders/discourse.ts';
import { never } from '../../builders/practice.ts';

/** Whether a capability table offers an ability. */
function offers(capabilities: Capabilities, ability: Ability): boolean {
  const effect = (['warn', 'sensitive', 'disable', 'silence', 'suspend'] as const).find((one) => one === ability);
  if (effect) return capabilities.personEffects.includes(effect);
  return capabilities[ability as Exclude<Ability, 'warn' | 'sensitive' | 'disable' | 'silence' | 'suspend'>] === true;
}

describe('the Discourse connector', () => {
  it('is found by what the site says of itself', async () => {
    const { site } = await aDiscourse();
    const http = createHttpClient({ address: site.server.origin, accessToken: null, budget: null });
    expect(await detectPlatform(http, never)).toEqual({
      platform: 'discourse',
      software: 'discourse',
      version: '2026.3.0',
    });
  });

  it('finds out who we are and what can be done here', async () => {
    const { site, connector } = await aDiscourse();
    expect(await connector.readFacts(never)).toMatchObject({
      name: 'A quiet place',
      accountHandle: 'morgan',
      accountRemoteId: String(site.me.id),
      rules: [],
      capabilities: {
        software: 'discourse',
        version: '2026.3.0',
        reports: true,
        assign: true,
        resolve: true,
        reopen: false,
        personEffects: ['none', 'silence', 'suspend'],
        undoEffects: ['silence', 'suspend'],
        accountActionResolvesReports: false,
        measures: true,
        removePost: true,
        restorePost: true,
        activities: true,
        missingRights: [],
      },
    });
    expect(site.carriedOut()).toEqual([]);
  });

  it.each(['full', 'reading only', 'no member of the team', 'without claims'] as const)(
    'gives a reason for everything that is not offered: %s',
    async (what) => {
      const { site } = await aDiscourse({ claiming: what === 'without claims' ? 'disabled' : 'optional' });
      site.server.keys.set('reading', { user: null, scope: 'read' });
      const accessToken = what === 'reading only' ? 'reading' : site.credentials.accessToken;
      const userName = what === 'no member of the team' ? 'sam' : site.me.username;
      const { capabilities } = await connectAs(site, { accessToken, userName }).readFacts(never);
      const absent = new Map(capabilities.absences?.map(({ ability, why }) => [ability, why]));
      for (const ability of abilities)
        expect([ability, offers(capabilities, ability)]).toEqual([ability, !absent.has(ability)]);
      expect(absent.size).toBe(capabilities.absences?.length);
    },
  );

  it('names the right that is missing', async () => {
    const { site } = await aDiscourse({ numbersForAdmins: true });
    site.server.keys.set('reading', { user: site.me, scope: 'read' });
    const { accessToken } = site.credentials;
    const rights = async (as: { accessToken: string; userName: string }) =>
      (await connectAs(site, as).readFacts(never)).capabilities.missingRights;
    expect(await rights({ accessToken, userName: 'sam' })).toEqual(['moderator']);
    expect(await rights({ accessToken: 'reading', userName: 'morgan' })).toEqual(['global', 'admin']);
    expect(await rights({ accessToken, userName: 'morgan' })).toEqual(['admin']);
    expect(await rights({ accessToken, userName: 'ines' })).toEqual([]);
  });

  it('works with a key for one user whose name no header can carry', async () => {
    const { site } = await aDiscourse();
    const user = site.world.addUser('ليلى', { moderator: true });
    site.server.keys.set('own', { user, scope: 'global' });
    const facts = await connectAs(site, { accessToken: 'own', userName: 'ليلى' }).readFacts(never);
    expect(facts.accountHandle).toBe('ليلى');
  });

  it('calls a key that is worth nothing what it is, also where the site hides that', async () => {
    const { site, connector } = await aDiscourse();
    const id = site.addReport();
    const account = String(site.found(id).targetCreatedById);
    await connector.readAccount(account, never);
    site.revokeToken();
    const unauthorized = { code: 'unauthorized' };
    await expect(connector.readFacts(never)).rejects.toMatchObject(unauthorized);
    await expect(connector.listOpenReports(null, never)).rejects.toMatchObject(unauthorized);
    // Here the site says 404, as if the account did not exist.
    await expect(connector.readAccount(account, never)).rejects.toMatchObject(unauthorized);
    await expect(connector.readReport(id, never)).rejects.toMatchObject(unauthorized);
  });

  it('tells a missing right from a missing account', async () => {
    const { site, connector } = await aDiscourse();
    expect(await connector.readAccount('987654', never)).toBeNull();
    const stranger = connectAs(site, { ...site.credentials, userName: 'sam' });
    await expect(stranger.listOpenReports(null, never)).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  });

  it('shows an account as the team sees it', async () => {
    const { site, connector } = await aDiscourse();
    const { userId } = site.addPost();
    site.world.user(userId)!.silencedTill = Date.UTC(2999, 0);
    expect(await connector.readAccount(String(userId), never)).toMatchObject({
      remoteId: String(userId),
      state: 'silenced',
      isStaff: false,
      counts: { posts: 1, topics: 0 },
    });
    site.world.user(userId)!.deleted = true;
    expect(await connector.readAccount(String(userId), never)).toBeNull();
  });

  it('shows the posts around a post, in the order of the topic', async () => {
    const { site, connector } = await aDiscourse();
    const first = site.addPost();
    const topic = site.world.topic(first.topicId)!;
    const posts = [first];
    for (let place = 0; place < 20; place += 1) posts.push(site.world.addPost(topic, site.colleague));
    const ids = posts.map(({ id }) => String(id));
    const thread = await connector.readThread(ids[9]!, never);
    expect(thread.map(({ remoteId }) => remoteId)).toEqual([...ids.slice(3, 9), ...ids.slice(10, 16)]);
    expect(thread[0]?.text).toBe('What ines wrote');
    expect(await connector.readThread('queued-7', never)).toEqual([]);
    expect(await connector.readThread('987654', never)).toEqual([]);
  });

  it('reads the site’s numbers in one request and leaves out what the site does not count', async () => {
    const { site, connector } = await aDiscourse();
    for (let times = 0; times < 3; times += 1) site.addReport();
    const before = site.server.requests.length;
    const measures = await connector.readMeasures(Date.now() - 3 * 86_400_000, Date.now(), never);
    expect(site.server.requests.length - before).toBe(1);
    expect(new Set(measures.map(({ key }) => key))).toEqual(new Set(['signups', 'posts', 'topics', 'flags']));
    const sum = (wanted: string) =>
      measures.filter(({ key }) => key === wanted).reduce((all, { value }) => all + value, 0);
    expect([sum('flags'), sum('posts'), sum('topics')]).toEqual([3, 6, 3]);
    expect(
      measures.every(({ periodUnit, periodStart }) => periodUnit === 'day' && periodStart % 86_400_000 === 0),
    ).toBe(true);
  });

  it.each([
    ['the site’s limit, which other programs used up', { requestsPerMinute: 60 }, 'admin_api_key_rate_limit'],
    ['the limit by address, in plain text', { countsAddresses: true }, 'ip_10_secs_limit'],
  ] as const)('says when it may come back after %s', async (_what, settings, reason) => {
    const { site, connector } = await aDiscourse(settings);
    const now = Date.now();
    site.server.clock = () => now;
    site.server.limits.usedByOthers(30, now);
    const ask = async () => {
      for (let times = 0; times < 60; times += 1) await connector.readAccount(String(site.me.id), never);
    };
    const error = await ask().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'rate-limited', status: 429, reason });
    const { retryAt } = error as { retryAt: number };
    const wait = reason === 'ip_10_secs_limit' ? 10_000 : 60_000;
    expect(Math.abs(retryAt - Date.now() - wait)).toBeLessThan(5_000);
  });
});
