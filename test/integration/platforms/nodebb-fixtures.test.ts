import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeAnswer } from '../../../electron/data/platforms/decode/decode-items.ts';
import { decodeFlag } from '../../../electron/data/platforms/nodebb/decode-flag.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import { aNodebbCall, aNodebbConnector } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';
import { StandInServer } from '../../stand-ins/stand-in-server.ts';

/** Answers of a real NodeBB 4.11.2, sent again as they came. */

interface Recorded {
  readonly label: string;
  readonly request: { readonly method: string; readonly path: string };
  readonly response: { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };
}

const folder = new URL('../../fixtures/nodebb/', import.meta.url).pathname;
const recorded = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded);

function answerOf(label: string): Recorded {
  const found = recorded.find((one) => one.label === label);
  if (!found) throw new RangeError(`no recorded answer ${label}`);
  return found;
}

/** Answers what was recorded, by "METHOD /path" without query. Whatever else is asked is not there. */
async function replay(answers: Readonly<Record<string, string>>): Promise<PlatformConnector> {
  const server = new StandInServer((call) => {
    const label = answers[`${call.method} ${call.path}`];
    if (label === undefined) return { status: 404, text: { type: 'text/plain', body: 'Not found' } };
    const { status, headers, body } = answerOf(label).response;
    return { status, text: { type: headers['content-type'] ?? '', body: JSON.stringify(body) } };
  });
  await server.start();
  onTestFinished(() => server.stop());
  return aNodebbConnector(server.origin, 'token');
}

describe('what a real server answered', () => {
  it.each(recorded)('has every byte: $label', ({ response }) => {
    const bytes = Buffer.from(JSON.stringify(response.body));
    const hash = createHash('sha1').update(bytes).digest('base64').slice(0, 27);
    expect(response.headers.etag).toBe(`W/"${bytes.byteLength.toString(16)}-${hash}"`);
  });

  it('is read as a report, with its post, reason, reporter and times', async () => {
    const connector = await replay({ 'GET /api/flags/22': 'flag-detail-read-api' });
    expect(await connector.readReport('22', never)).toMatchObject({
      remoteId: '22',
      state: 'open',
      category: 'other',
      comment: 'Spam link in every post',
      createdAt: 1795362732204,
      updatedAt: 1795362732205,
      reporter: { remoteId: '2', handle: 'alba' },
      target: { remoteId: '12', handle: 'keiko', state: 'active', isStaff: false, counts: { posts: 4 } },
      assignedTo: null,
      resolvedBy: null,
      resolvedAt: null,
      posts: [
        {
          remoteId: '14',
          text: 'The meeting moves to Thursday, same place as last time.',
          publishedAt: 1795362730117,
          editedAt: null,
          author: { handle: 'keiko' },
        },
      ],
    });
  });

  it('is read where two people complained about an account', () => {
    const { body } = answerOf('flag-user').response;
    const report = decodeAnswer(body, (value) =>
      decodeFlag(value.at('response'), body, { base: 'https://forum.example', account: null }),
    );
    expect(report).toMatchObject({
      remoteId: '28',
      comment: 'edith: Scam offer\ngreta: Scam offer',
      reporter: { remoteId: '6', handle: 'edith' },
      target: { remoteId: '13', handle: 'lucia', profileText: '', joinedAt: 1795362728317 },
      posts: [],
    });
  });

  it('reads lists by page and leaves out what is gone by the time it is asked for', async () => {
    const connector = await replay({ 'GET /api/flags': 'flags-page-2', 'GET /api/flags/22': 'flag-detail-read-api' });
    const page = await connector.listNewReports(null, never);
    expect(page.items.map(({ remoteId }) => remoteId)).toEqual(['22']);
    expect(page.rejected).toEqual([]);
    expect(page.next).not.toBeNull();
    const open = await connector.listOpenReports(null, never);
    expect(open.items.map(({ remoteId }) => remoteId)).toEqual(['22']);
    expect(open.next).toBeNull();
  });

  const flag = 'PUT /api/v3/flags/22';
  it.each([
    ['resolves', 'resolve', true],
    ['resolves what another has resolved', 'resolve-again-by-other', true],
    ['rejects after that', 'reject-after-resolve', false],
  ] as const)('%s', async (_, label, upheld) => {
    const connector = await replay({ [flag]: label });
    await connector.perform(aNodebbCall('report.resolve', '22', { upheld }), never);
  });

  it('opens again', async () => {
    const connector = await replay({ [flag]: 'reopen' });
    await connector.perform(aNodebbCall('report.reopen', '22'), never);
  });

  it.each([
    ['a state', 'resolve', false],
    ['a state that another set meanwhile', 'reject-after-resolve', true],
    ['opening', 'reopen', true],
  ] as const)('tells that %s was ignored', async (_, label, upheld) => {
    const connector = await replay({ [flag]: label });
    await expect(connector.perform(aNodebbCall('report.resolve', '22', { upheld }), never)).rejects.toMatchObject({
      code: 'refused',
      status: 200,
    });
  });

  it('bans and takes it back, and is told no about administrators', async () => {
    const connector = await replay({
      'PUT /api/v3/users/9/ban': 'ban',
      'DELETE /api/v3/users/9/ban': 'unban',
      'PUT /api/v3/users/1/ban': 'ban-admin',
    });
    await connector.perform(aNodebbCall('account.suspend', '9'), never);
    await connector.perform(aNodebbCall('account.undo-suspend', '9'), never);
    await expect(connector.perform(aNodebbCall('account.suspend', '1'), never)).rejects.toMatchObject({
      code: 'refused',
      status: 400,
      mayHaveArrived: false,
    });
  });

  it('says when a flag is gone, the token worth nothing, or the right missing', async () => {
    const gone = await replay({ 'GET /api/flags': 'flags-list' });
    expect(await gone.readReport('99999', never)).toBeNull();
    const strangers = await replay({ 'GET /api/flags': 'no-token', 'GET /api/flags/22': 'missing' });
    await expect(strangers.readReport('22', never)).rejects.toMatchObject({ code: 'unauthorized' });
    const members = await replay({ 'GET /api/flags': 'member', 'GET /api/flags/22': 'missing' });
    await expect(members.readReport('22', never)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('reads numbers, and leaves log-ins out', async () => {
    const path = 'GET /api/v3/admin/analytics';
    const connector = await replay({
      [`${path}/registrations`]: 'analytics-registrations',
      [`${path}/flags`]: 'analytics-flags',
      [`${path}/topics`]: 'analytics-topics',
      [`${path}/posts`]: 'analytics-posts',
      [`${path}/uniquevisitors`]: 'analytics-uniquevisitors',
      [`${path}/logins`]: 'analytics-logins',
    });
    const to = Date.UTC(2026, 10, 22, 16, 30);
    const measures = await connector.readMeasures(to - 3_600_000, to, never);
    const total = (key: string) => measures.filter((one) => one.key === key).reduce((sum, { value }) => sum + value, 0);
    expect(['new_users', 'opened_reports', 'topics', 'posts', 'unique_visitors'].map(total)).toEqual([14, 0, 2, 6, 0]);
    expect(measures.some(({ key }) => key === 'logins')).toBe(false);
  });
});
