import { describe, expect, it } from 'vitest';
import { abilities, type Capabilities } from '../../../shared/domain/community.ts';
import {
  aMatrixConnector,
  aSynapse,
  openReportsOf as open,
  reportedMessage as reported,
} from '../../builders/matrix.ts';
import { never, readAll } from '../../builders/practice.ts';

const start = 1_795_363_205_000;

function offered(can: Capabilities): Record<string, boolean> {
  const effects = ['warn', 'sensitive', 'disable', 'silence', 'suspend'] as const;
  return {
    ...can,
    removePost: can.removePost === true,
    activities: can.activities === true,
    ...Object.fromEntries(effects.map((effect) => [effect, can.personEffects.includes(effect)])),
  } as unknown as Record<string, boolean>;
}

describe('what a Synapse offers', () => {
  it.each([
    ['an admin', {}, 'admin'],
    ['a member', {}, 'alba'],
    ['an admin behind a closed proxy', { adminReachable: false }, 'admin'],
  ] as const)('is explained ability by ability to %s', async (_who, options, token) => {
    const { capabilities } = await aMatrixConnector(await aSynapse(options), token).readFacts(never);
    const explained = (capabilities.absences ?? []).map(({ ability }) => ability);
    const has = offered(capabilities);
    expect([...explained].sort()).toEqual(abilities.filter((ability) => !has[ability]).toSorted());
  });

  it('is nothing to somebody who is no server admin, and names that right', async () => {
    const { capabilities } = await aMatrixConnector(await aSynapse(), 'alba').readFacts(never);
    expect(capabilities).toMatchObject({ reports: false, personEffects: ['none'], missingRights: ['server admin'] });
  });

  it('is out of reach behind a proxy that keeps the admin interface closed, which is said', async () => {
    const { capabilities } = await aMatrixConnector(await aSynapse({ adminReachable: false })).readFacts(never);
    expect(capabilities).toMatchObject({ reports: false, version: '', missingRights: ['/_synapse/admin'] });
  });
});

describe('reports of a Synapse', () => {
  it('are all listed, messages before people, and only messages before 1.152', async () => {
    for (const [version, kinds] of [
      ['1.160.0', ['event', 'user']],
      ['1.140.0', ['event']],
    ] as const) {
      const server = await aSynapse({ version });
      const ids = Array.from({ length: 130 }, (_, position) => reported(server, {}, start + position));
      server.world.reportUser('@alba:localhost', '@admin:localhost', start, 'rude');
      const items = await open(server);
      expect(items.filter(({ posts }) => posts.length === 1).map(({ remoteId }) => remoteId)).toEqual(
        expect.arrayContaining(ids),
      );
      expect([...new Set(items.map(({ remoteId }) => remoteId.split(':')[0]))]).toEqual(kinds);
    }
  });

  it('are not left out when others are deleted between two pages', async () => {
    const server = await aSynapse();
    const ids = Array.from({ length: 130 }, (_, position) => reported(server, {}, start + position));
    const connector = aMatrixConnector(server);
    const first = await connector.listOpenReports(null, never);
    server.world.eventReports = server.world.eventReports.slice(40);
    const rest = await readAll((cursor) => connector.listOpenReports(cursor ?? first.next, never));
    const seen = new Set([...first.items, ...rest.items].map(({ remoteId }) => remoteId));
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('are read on from where the last reading ended', async () => {
    const server = await aSynapse();
    const hour = 60 * 60_000;
    for (let serial = 0; serial < 60; serial += 1) reported(server, {}, start + serial * hour);
    const connector = aMatrixConnector(server);
    let resume: string | null = null;
    await readAll(async (cursor) => {
      const page = await connector.listNewReports(cursor, never);
      resume = page.resume;
      return page;
    });
    const news = reported(server, {}, start + 61 * hour);
    const asked = server.requests.length;
    const { items } = await readAll((cursor) => connector.listNewReports(cursor ?? resume, never));
    expect(items.map(({ remoteId }) => remoteId)).toContain(news);
    expect(items.length).toBeLessThan(4);
    expect(server.requests.length - asked).toBeLessThan(10);
  });

  it('are each given once, also when more than a page of them comes within a minute', async () => {
    const server = await aSynapse();
    const ids = Array.from({ length: 130 }, (_, position) => reported(server, {}, start + position * 10));
    const connector = aMatrixConnector(server);
    expect((await open(server)).map(({ remoteId }) => remoteId)).toEqual(ids);
    let resume: string | null = null;
    const { items } = await readAll(async (cursor) => {
      const page = await connector.listNewReports(cursor, never);
      resume = page.resume;
      return page;
    });
    expect(items.map(({ remoteId }) => remoteId)).toEqual(ids);
    // Written a little late: it carries a time before that of others.
    const late = reported(server, {}, start + 5);
    const { items: news } = await readAll((cursor) => connector.listNewReports(cursor ?? resume, never));
    expect(news.map(({ remoteId }) => remoteId)).toEqual([late]);
  });

  it('are two when one person reports a message twice', async () => {
    const server = await aSynapse();
    const first = reported(server);
    const event = server.world.events[0]!;
    const second = server.world.reportEvent(event, '@alba:localhost', start + 5, null);
    expect(await open(server)).toMatchObject([
      { remoteId: first, comment: 'please look' },
      { remoteId: `event:${second.id}@${start + 5}`, comment: '' },
    ]);
  });

  it('keep apart when a number is given out again after a restart', async () => {
    const server = await aSynapse();
    const old = reported(server);
    server.world.eventReports = [];
    server.world.restart();
    const other = reported(server, {}, start + 60_000);
    expect([old, other].map((id) => id.split('@')[0])).toEqual(['event:2', 'event:2']);
    const connector = aMatrixConnector(server);
    expect(await connector.readReport(old, never)).toBeNull();
    expect(await connector.readReport(other, never)).toMatchObject({ remoteId: other });
  });

  it('are gone with their room, and with their message', async () => {
    const server = await aSynapse();
    const id = reported(server);
    const connector = aMatrixConnector(server);
    server.world.events[0]!.purged = true;
    expect(await connector.listOpenReports(null, never)).toMatchObject({
      items: [],
      rejected: [{ position: 0, problem: 'sender: not an identifier' }],
    });
    expect(await connector.readReport(id, never)).toBeNull();
    server.world.events[0]!.purged = false;
    [...server.world.rooms.values()][0]!.purged = true;
    expect(await open(server)).toEqual([]);
    expect(await connector.readReport(id, never)).toBeNull();
  });

  it('are not taken for gone when a proxy answers', async () => {
    const server = await aSynapse({ adminReachable: false });
    await expect(aMatrixConnector(server).readReport('event:2@5', never)).rejects.toMatchObject({
      code: 'not-found',
      reason: null,
    });
  });

  it('change their version with the account they are about, and with nothing else', async () => {
    const server = await aSynapse();
    const id = reported(server);
    const connector = aMatrixConnector(server);
    const before = await connector.readReport(id, never);
    const user = server.world.users.get(before?.target.remoteId ?? '')!;
    user.last_seen_ts = start;
    expect(await connector.readReport(id, never)).toEqual(before);
    user.suspended = true;
    const after = await connector.readReport(id, never);
    expect(after?.target.state).toBe('suspended');
    expect(after?.version).not.toBe(before?.version);
  });
});
