import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectorFor } from '../../../electron/data/platforms/connector-for.ts';
import { detectPlatform } from '../../../electron/data/platforms/detect/detect-platform.ts';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { RequestBudgets } from '../../../electron/data/platforms/http/request-budget.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import { anActionCall } from '../../builders/action-call.ts';
import { never } from '../../builders/practice.ts';
import { StandInServer } from '../../stand-ins/stand-in-server.ts';

/** Answers of a real Misskey 2026.3.2 and Sharkey 2024.9.1, sent again as they came. */

interface Recorded {
  readonly label: string;
  readonly software: 'misskey' | 'sharkey';
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body?: Readonly<Record<string, unknown>>;
  };
  readonly response: { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };
}

const folder = new URL('../../fixtures/misskey/', import.meta.url).pathname;
const recorded = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded);
const origins = { misskey: 'http://127.0.0.1:4400', sharkey: 'http://127.0.0.1:4500' };

function answerOf(label: string): Recorded {
  const found = recorded.find((one) => one.label === label);
  if (!found) throw new RangeError(`no recorded answer ${label}`);
  return found;
}

const bodyOf = ({ response }: Recorded): string => (response.body === null ? '' : JSON.stringify(response.body));

/** A server that answers what was recorded, by path. Whatever else is asked is no endpoint. */
async function replay(...labels: readonly string[]): Promise<StandInServer> {
  const server = new StandInServer((call) => {
    const label = labels.find((one) => answerOf(one).request.path === call.path) ?? 'silence';
    const found = answerOf(label);
    const { 'content-type': type = '', 'content-length': _, ...headers } = found.response.headers;
    const body = bodyOf(found).replaceAll(origins[found.software], server.origin);
    return { status: found.response.status, headers, text: { type, body } };
  });
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

function connect({ origin }: StandInServer, software: 'misskey' | 'sharkey' = 'misskey'): PlatformConnector {
  const target = { platform: 'misskey', baseUrl: origin, accessToken: 'token', userName: null, software } as const;
  return connectorFor(target, new RequestBudgets());
}

const aConnector = async (...labels: readonly string[]) => connect(await replay(...labels));

describe('what a real server answered', () => {
  it.each(recorded.filter(({ response }) => response.status !== 204))('has every byte: $label', (one) => {
    expect(one.response.headers['content-length']).toBe(String(Buffer.byteLength(bodyOf(one))));
  });

  it.each([
    ['misskey', '2026.3.2', ['nodeinfo-index', 'nodeinfo']],
    ['sharkey', '2024.9.1-rc', ['sharkey-nodeinfo-index', 'sharkey-nodeinfo']],
  ] as const)('tells what it is: %s', async (software, version, labels) => {
    const { origin } = await replay(...labels);
    const http = createHttpClient({ address: origin, accessToken: null, budget: null });
    expect(await detectPlatform(http, never)).toEqual({ platform: 'misskey', software, version });
  });

  it('is read as what the server offers a moderator, by endpoints that were asked for nothing', async () => {
    const connector = await aConnector(
      ...['nodeinfo-index', 'nodeinfo', 'meta', 'who-am-i', 'reports', 'timeline', 'chart-active-users', 'retention'],
      ...['resolve-nothing', 'suspend-missing', 'without-permission', 'limit'],
    );
    const { accountHandle, rules, capabilities } = await connector.readFacts(never);
    expect(accountHandle).toBe('mod');
    expect(rules.map(({ title }) => title)).toEqual(['Be kind', 'No outing']);
    expect(capabilities).toMatchObject({
      version: '2026.3.2',
      reports: true,
      resolve: true,
      removePost: true,
      activities: true,
      measures: true,
      retention: true,
    });
  });

  it.each([
    ['accounts', false],
    ['accounts-without-permission', true],
  ])('tells whether who joined may be listed: %s', async (label, isMissing) => {
    const { capabilities } = await (await aConnector('nodeinfo', 'meta', 'who-am-i', 'timeline', label)).readFacts(
      never,
    );
    expect(capabilities.missingRights?.includes('read:admin:show-user')).toBe(isMissing);
    expect(capabilities.activities).toBe(true);
  });

  it('is read as reports with the notes they are about', async () => {
    const connector = await aConnector('reports', 'note');
    const { items, rejected } = await connector.listNewReports(null, never);
    expect(rejected).toEqual([]);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      remoteId: 'au0p1wivkqdy0021',
      state: 'open',
      createdAt: Date.parse('2026-11-26T05:46:30.247Z'),
      reporter: { handle: 'alba', displayName: 'Alba 🌈', profileText: 'She/her.\nLine two\nPronouns: she/her' },
      target: { handle: 'bruno', server: null, state: 'active', isStaff: false },
      resolvedBy: null,
      posts: [{ text: 'Nobody wants you here.', visibility: 'public', author: { handle: 'bruno' } }],
    });
  });

  it('is read as a report that somebody closed', async () => {
    const remoteId = (answerOf('report-resolved').response.body as { id: string }[])[0]!.id;
    const report = await (await aConnector('report-resolved')).readReport(remoteId, never);
    expect(report).toMatchObject({ state: 'resolved', resolvedBy: 'mod' });
    const older = (answerOf('sharkey-report-resolved').response.body as { id: string }[])[0]!.id;
    const closed = await connect(await replay('sharkey-report-resolved'), 'sharkey').readReport(older, never);
    expect(closed).toMatchObject({ state: 'resolved', resolvedBy: 'mod' });
  });

  it.each([
    ['note-hidden', 'misskey'],
    ['note-missing', 'misskey'],
    ['sharkey-note-not-for-us', 'sharkey'],
  ] as const)('is no note where it is not to be seen: %s', async (label, software) => {
    const reports = software === 'misskey' ? 'reports' : 'sharkey-reports';
    const { items } = await connect(await replay(reports, label), software).listNewReports(null, never);
    expect(items[0]?.posts).toEqual([]);
  });

  it.each([
    ['note-with-poll', 'Which?\n○ this\n○ that'],
    ['note-quoting', 'see what he says\n↻ @bruno: Nobody wants you here.'],
    ['sharkey-note', 'Nobody wants you here.'],
  ])('is read as a note: %s', async (label, text) => {
    const server = await replay(label.startsWith('sharkey') ? 'sharkey-reports' : 'reports', label);
    const { items } = await connect(server).listNewReports(null, never);
    expect(items[0]?.posts.map((post) => post.text)).toEqual([text]);
  });

  it.each([
    ['account', { handle: 'alba', state: 'active', isStaff: false }],
    ['account-of-a-moderator', { handle: 'colleague', state: 'active', isStaff: true }],
    ['account-suspended', { handle: 'testacct', state: 'suspended' }],
    ['sharkey-account-silenced', { handle: 'testacct', state: 'silenced' }],
  ])('is read as an account: %s', async (label, wanted) => {
    expect(await (await aConnector(label)).readAccount('a1', never)).toMatchObject(wanted);
  });

  it('is no account for who may not see a suspended one', async () => {
    expect(await (await aConnector('account-suspended-to-others')).readAccount('a1', never)).toBeNull();
  });

  it.each([
    ['report.resolve', 'resolve'],
    ['account.suspend', 'suspend'],
    ['account.undo-suspend', 'unsuspend'],
    ['account.silence', 'sharkey-silence'],
    ['account.undo-silence', 'sharkey-unsilence'],
    ['post.remove', 'delete-note'],
  ] as const)('is a yes to %s', async (kind, label) => {
    const server = await replay(label);
    await connect(server, answerOf(label).software).perform(anActionCall({ kind, targetRemoteId: 'a1' }), never);
    expect(server.requests.map(({ status }) => status)).toEqual([204]);
  });

  it.each([
    ['account.suspend', 'suspend-a-moderator', 'refused', 'INTERNAL_ERROR'],
    ['account.suspend', 'suspend-missing', 'refused', 'INTERNAL_ERROR'],
    ['account.silence', 'sharkey-silence-a-moderator', 'refused', 'INTERNAL_ERROR'],
    ['account.silence', 'silence', 'not-found', null],
    ['report.resolve', 'resolve-missing', 'not-found', 'NO_SUCH_ABUSE_REPORT'],
    ['report.resolve', 'resolve-nothing', 'refused', 'INVALID_PARAM'],
    ['post.remove', 'delete-note-missing', 'not-found', 'NO_SUCH_NOTE'],
    ['post.remove', 'limit', 'rate-limited', 'RATE_LIMIT_EXCEEDED'],
  ] as const)('is a no to %s: %s', async (kind, label, code, reason) => {
    const call = anActionCall({ kind, targetRemoteId: 'a1' });
    await expect(connect(await replay(label), 'sharkey').perform(call, never)).rejects.toMatchObject({
      code,
      reason,
      mayHaveArrived: false,
    });
  });

  it.each([
    ['without-permission', 'forbidden'],
    ['without-role', 'forbidden'],
    ['without-token', 'unauthorized'],
    ['limit-too-high', 'refused'],
  ])('tells why nothing is listed: %s', async (label, code) => {
    await expect((await aConnector(label)).listOpenReports(null, never)).rejects.toMatchObject({ code });
  });

  it.each([
    ['wrong-token', 'unauthorized'],
    ['suspended-myself', 'forbidden'],
  ])('tells why we are not let in: %s', async (label, code) => {
    await expect((await aConnector('nodeinfo', 'meta', label)).readFacts(never)).rejects.toMatchObject({ code });
  });

  it.each([
    [
      'misskey',
      'accounts',
      ['admin', 'mod', 'colleague', 'rosa', 'alba', 'bruno', 'carla', 'dario', 'testacct', 'bot1'],
    ],
    [
      'sharkey',
      'sharkey-accounts',
      ['admin', 'mod', 'colleague', 'rosa', 'alba', 'bruno', 'carla', 'dario', 'testacct'],
    ],
  ] as const)('is read as who joined, without its actors: %s', async (software, label, handles) => {
    const { items, rejected } = await connect(await replay(label), software).listActivities!(null, never);
    expect(rejected).toEqual([]);
    const accounts = answerOf(label).response.body as { id: string; username: string; createdAt: string }[];
    expect(items.map(({ memberHandle }) => memberHandle)).toEqual([
      ...handles,
      software === 'misskey' ? 'longone' : 'bot1',
    ]);
    expect(items.filter(({ isBot }) => isBot).map(({ memberHandle }) => memberHandle)).toEqual(['bot1']);
    for (const { kind, memberRemoteId, memberHandle, at } of items) {
      expect(kind).toBe('joined');
      const { id, createdAt } = accounts.find(({ username }) => username === memberHandle)!;
      expect([memberRemoteId, at]).toEqual([id, Date.parse(createdAt)]);
    }
    // The one whose reports are about was suspended when this was recorded.
    if (software === 'misskey')
      expect(accounts).toContainEqual(expect.objectContaining({ username: 'bruno', isSuspended: true }));
  });

  it('goes back where a page of accounts ends before the place', async () => {
    const connector = await aConnector('no-more-accounts', 'timeline');
    const page = await connector.listActivities!(JSON.stringify(['joined', 300, 'au1', 'au1', 300, null]), never);
    expect(page.items).toEqual([]);
    expect(JSON.parse(page.next!)).toEqual(['joined', 201, 'au1', 'au1', 300, null]);
  });

  it.each(['accounts-without-permission', 'accounts-without-role'])(
    'is read as what members did where accounts are not shown: %s',
    async (label) => {
      const { items } = await (await aConnector(label, 'timeline')).listActivities!(null, never);
      expect(items.map(({ kind }) => kind)).toEqual(['posted', 'replied', 'replied']);
    },
  );

  it('is read as what members did, and as numbers', async () => {
    const connector = await aConnector('timeline', 'chart-active-users', 'chart-users', 'chart-notes', 'retention');
    const page = await connector.listActivities!(null, never);
    expect(page.items.map(({ kind, memberHandle, targetHandle }) => [kind, memberHandle, targetHandle])).toEqual([
      ['posted', 'bruno', null],
      ['replied', 'alba', 'bruno'],
      ['replied', 'bruno', 'alba'],
    ]);
    const day = Date.UTC(2026, 10, 26);
    const measures = await connector.readMeasures(day, day, never);
    const users = measures.filter(({ key }) => key === 'new_users' || key === 'active_users');
    expect(users.map(({ key, periodStart, value }) => [key, periodStart, value])).toEqual([
      ['active_users', day, 3],
      ['new_users', day, 12],
    ]);
    const cohorts = await connector.readCohorts(0, day, never);
    expect(cohorts.map(({ periodStart }) => new Date(periodStart).toISOString().slice(0, 10))).toEqual([
      '2026-11-25',
      '2026-11-24',
    ]);
    expect(cohorts[1]?.points).toEqual([{ at: Date.UTC(2026, 10, 25), rate: 5 / 12, value: 5 }]);
  });
});
