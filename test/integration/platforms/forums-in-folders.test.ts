import { describe, expect, it, onTestFinished } from 'vitest';
import { connectorFor } from '../../../electron/data/platforms/connector-for.ts';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { RequestBudgets } from '../../../electron/data/platforms/http/request-budget.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { Community } from '../../../shared/domain/community.ts';
import { anOpenService, type RunningService } from '../../builders/data-service.ts';
import { aDiscourseCall } from '../../builders/discourse.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aNodebbCall } from '../../builders/nodebb.ts';
import { aPracticeServer, never, readAll } from '../../builders/practice.ts';
import { type DiscourseStandIn, discourseStandIn } from '../../stand-ins/discourse/discourse-stand-in.ts';
import { answerNodebb } from '../../stand-ins/nodebb/nodebb-server.ts';
import { type NodebbStandIn, nodebbStandIn } from '../../stand-ins/nodebb/nodebb-stand-in.ts';
import { NodebbWorld } from '../../stand-ins/nodebb/nodebb-world.ts';
import { StandInServer } from '../../stand-ins/stand-in-server.ts';

const folder = '/people/forum';
type Forum = DiscourseStandIn | NodebbStandIn;

async function aForumInFolder(which: 'discourse' | 'nodebb'): Promise<Forum> {
  const forum = which === 'discourse' ? await discourseStandIn() : await nodebbStandIn('4.15');
  forum.server.folder = folder;
  onTestFinished(() => forum.server.stop());
  return forum;
}

function connectorTo({ platform, server, credentials }: Forum): PlatformConnector {
  return connectorFor({ platform, baseUrl: server.base, ...credentials, software: null }, new RequestBudgets());
}

async function aHost(answer: (path: string) => Answer | null): Promise<StandInServer> {
  const host = new StandInServer(({ path }) => answer(path) ?? { status: 404 });
  await host.start();
  onTestFinished(() => host.stop());
  return host;
}

const vault = (): Promise<RunningService> => anOpenService({ keychain: aKeychain() });
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );
const outside = ({ server }: Forum) => server.requests.filter(({ path }) => !path.startsWith(`${folder}/`));

describe.each(['discourse', 'nodebb'] as const)('a forum of %s in a folder', (which) => {
  it.each(['', '/', '/latest', '/topic/12/meeting?page=2#here'])(
    'is found by an address that ends in %j',
    async (end) => {
      const forum = await aForumInFolder(which);
      const service = await vault();
      expect(await service.call('communities.detect', { address: `${forum.server.base}${end}` })).toMatchObject({
        address: forum.server.base,
        platform: which,
      });
    },
  );

  it('is connected by its folder, and is the same community with and without a slash', async () => {
    const forum = await aForumInFolder(which);
    const { accessToken: token, userName } = forum.credentials;
    const service = await vault();
    const named = userName === null ? {} : { userName };
    const connect = (address: string) => service.call('communities.connectWithToken', { address, token, ...named });
    const community = await connect(`${forum.server.base}/`);
    expect(community).toMatchObject({ platform: which, baseUrl: forum.server.base, connection: 'connected' });
    expect((await connect(forum.server.base)).id).toBe(community.id);
    expect(outside(forum)).toEqual([]);
  });

  it('is read and acted upon inside its folder, and links lead there', async () => {
    const forum = await aForumInFolder(which);
    const ids = [forum.addReport(), forum.addReport()];
    const connector = connectorTo(forum);
    await connector.readFacts(never);
    const { items } = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(new Set(items.map(({ remoteId }) => remoteId))).toEqual(new Set(ids));
    await readAll((cursor) => connector.listOpenReports(cursor, never));
    const links = items.flatMap(({ target, posts }) => [target.url, ...posts.map(({ url }) => url)]);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !link?.startsWith(`${forum.server.base}/`))).toEqual([]);
    const post = items.flatMap(({ posts }) => posts)[0]!;
    for (const { url } of await connector.readThread(post.remoteId, never)) expect(url).toContain(`${folder}/`);
    await connector.listActivities?.(null, never);
    const call =
      'found' in forum
        ? aDiscourseCall(forum.found(ids[0]!), { upheld: true })
        : aNodebbCall('report.resolve', ids[0]!, { upheld: true });
    await connector.perform(call, never);
    expect(forum.openReports()).toEqual([ids[1]]);
    expect(outside(forum)).toEqual([]);
  });
});

describe('a NodeBB forum whose host sends everybody into its folder', () => {
  it.each(['', '/', '/topic/12/meeting'])('is connected by its folder when its host is given, with %j', async (end) => {
    const forum = await aForumInFolder('nodebb');
    forum.server.sendsIntoFolder = true;
    const id = forum.addReport();
    const service = await vault();
    const address = `${forum.server.origin}${end}`;
    expect(await service.call('communities.detect', { address })).toMatchObject({
      address: forum.server.base,
      platform: 'nodebb',
    });
    const { accessToken: token } = forum.credentials;
    const community = await service.call('communities.connectWithToken', { address, token });
    expect(community).toMatchObject({ baseUrl: forum.server.base, capabilities: { version: '4.15.1' } });
    const connector = connectorTo(forum);
    await connector.perform(aNodebbCall('report.resolve', id, { upheld: true }), never);
    expect(forum.openReports()).toEqual([]);
  });

  it('stays where it answers when nothing is in the folder that it names', async () => {
    const forum = new NodebbWorld('4.15', Date.now());
    // A proxy that puts the folder before every path.
    const host = new StandInServer((call) => answerNodebb(forum, [], call, { folder: '/forum' }));
    await host.start();
    onTestFinished(() => host.stop());
    const service = await vault();
    expect(await service.call('communities.detect', { address: host.origin })).toMatchObject({ address: host.origin });
  });
});

describe('the folder of a server', () => {
  it('is never left: not by a redirect, and not by dots in an identifier', async () => {
    const forum = await aForumInFolder('discourse');
    const http = createHttpClient({ address: forum.server.base, accessToken: 'token', budget: null });
    const get = (path: string) => errorOf(http.send({ method: 'GET', path, signal: never }));
    for (const to of [
      '/',
      '/people/forums/about.json',
      `${folder}/../../about.json`,
      'http://127.0.0.1:9/people/forum/',
    ]) {
      forum.server.faults.add({ kind: 'redirect', to, times: 1 });
      expect(await get('/about.json'), to).toMatchObject({ code: 'captive', reason: 'redirect' });
    }
    const before = forum.server.requests.length;
    expect(await get('/u/../../../about.json')).toMatchObject({ code: 'refused' });
    expect(await get('/%2e%2e/about.json')).toMatchObject({ code: 'refused' });
    expect(forum.server.requests).toHaveLength(before);
    forum.server.faults.add({ kind: 'redirect', to: `${folder}/site.json`, times: 1 });
    expect(await get('/about.json')).toBe('none');
  });

  it('tells two forums of one host apart', async () => {
    const worlds = { '/one': new NodebbWorld('4.15', Date.now()), '/two': new NodebbWorld('4.15', Date.now()) };
    const host = new StandInServer((call) => {
      const [base, world] = Object.entries(worlds).find(([path]) => call.path.startsWith(`${path}/`)) ?? [];
      if (!base || !world) return { status: 404 };
      return answerNodebb(world, [], { ...call, path: call.path.slice(base.length) }, { folder: base });
    });
    await host.start();
    onTestFinished(() => host.stop());
    for (const world of Object.values(worlds)) world.tokens.set('token', world.addUser('admin', 'administrator').uid);
    const service = await vault();
    const connected: Community[] = [];
    for (const path of Object.keys(worlds)) {
      const address = `${host.origin}${path}`;
      connected.push(await service.call('communities.connectWithToken', { address, token: 'token' }));
    }
    expect(connected.map(({ baseUrl }) => baseUrl)).toEqual([`${host.origin}/one`, `${host.origin}/two`]);
    expect(await service.call('communities.list', undefined)).toHaveLength(2);
  });

  it('counts before what has the host, which is asked when nothing is in the folder', async () => {
    const service = await vault();
    const server = await aPracticeServer();
    const forum = new NodebbWorld('4.15', Date.now());
    const host = new StandInServer((call) => {
      if (call.path === '/api/v2/instance') return { status: 200, json: { version: '4.5.0' } };
      if (!call.path.startsWith('/forum/')) return { status: 404 };
      return answerNodebb(forum, [], { ...call, path: call.path.slice('/forum'.length) }, { folder: '/forum' });
    });
    await host.start();
    onTestFinished(() => host.stop());
    const detect = (address: string) => service.call('communities.detect', { address });
    expect(await detect(`${host.origin}/forum/`)).toMatchObject({
      platform: 'nodebb',
      address: `${host.origin}/forum`,
    });
    expect(await detect(`${host.origin}/@alba`)).toMatchObject({ platform: 'mastodon', address: host.origin });
    expect(await detect(`${server.origin}/@alba/115`)).toMatchObject({ platform: 'mastodon', address: server.origin });
  });

  it.each([
    ['/social/api/v2/instance', { version: '4.5.0' }],
    ['/social/_matrix/client/versions', { versions: ['v1.12'] }],
    ['/social/api/v3/site', { site_view: {}, version: '0.19.11' }],
  ])('is refused in words to a platform that never lives in one: %s', async (path, json) => {
    const service = await vault();
    const host = await aHost((asked) => (asked === path ? { status: 200, json } : null));
    const address = `${host.origin}/social`;
    expect(await errorOf(service.call('communities.detect', { address }))).toMatchObject({
      code: 'bad-address',
      detail: { why: 'in-folder' },
    });
    const other = `${host.origin}/elsewhere`;
    expect(await errorOf(service.call('communities.detect', { address: other }))).toMatchObject({
      code: 'not-supported',
    });
  });

  it('that leads to another host is said to do so', async () => {
    const service = await vault();
    const moved = await aHost((path) =>
      path.startsWith('/forum/') ? { status: 302, headers: { location: `http://127.0.0.1:9${path}` } } : null,
    );
    expect(await errorOf(service.call('communities.detect', { address: `${moved.origin}/forum` }))).toMatchObject({
      code: 'captive',
      reason: 'redirect',
    });
  });
});
