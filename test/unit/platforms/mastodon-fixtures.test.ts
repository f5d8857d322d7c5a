import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RemoteValue } from '../../../electron/data/platforms/decode/remote-value.ts';
import { decodeAccount, decodeAdminAccount } from '../../../electron/data/platforms/mastodon/decode-account.ts';
import { decodePost } from '../../../electron/data/platforms/mastodon/decode-post.ts';
import { decodeReport } from '../../../electron/data/platforms/mastodon/decode-report.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/fixtures/mastodon');
const here = existsSync(folder);
if (!here) process.stderr.write('SKIPPED: no platform fixtures here (../shared/fixtures/mastodon)\n');

interface Documented {
  endpoints: { path: string; method: string; responses: { status: number; examples: { body: unknown }[] }[] }[];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8'));
}

/** Documented bodies of successful answers, except those that were cut down to a few fields. */
function bodies(file: string, path: string): unknown[] {
  return (read(file) as Documented).endpoints
    .filter((endpoint) => endpoint.path === path && endpoint.method === 'GET')
    .flatMap((endpoint) => endpoint.responses.filter(({ status }) => status === 200))
    .flatMap((response) => response.examples.map(({ body }) => body));
}

function entities(name: string): unknown[] {
  const all = (read('entities.json') as { entities: Record<string, { body: unknown }[]> }).entities;
  return (all[name] ?? []).map(({ body }) => body);
}

describe.skipIf(!here)('documented answers of Mastodon', () => {
  it('reads the whole composed report', () => {
    const { body } = read('report.composed.json') as { body: unknown };
    expect(decodeReport(new RemoteValue(body), body, 'mastodon.local')).toMatchObject({
      remoteId: '1',
      state: 'open',
      category: 'spam',
      comment: '',
      createdAt: Date.UTC(2022, 8, 9, 21, 19, 23, 85),
      reporter: { remoteId: '108965278956942133', handle: 'admin', isStaff: true, state: 'sensitive' },
      target: { remoteId: '108965430868193066', handle: 'goody', isStaff: false, counts: { posts: 0 } },
      assignedTo: null,
      posts: [],
      ruleIds: [],
    });
  });

  it('reads every report of the documentation', () => {
    const list = bodies('reports.json', '/api/v1/admin/reports').flatMap((body) => body as unknown[]);
    const single = bodies('reports.json', '/api/v1/admin/reports/:id');
    const reports = [...list, ...single].map((body) => decodeReport(new RemoteValue(body), body, null));
    expect(reports.length).toBeGreaterThanOrEqual(2);
    expect(reports.map(({ state }) => state)).toContain('resolved');
    expect(reports.every(({ target }) => target.handle !== '')).toBe(true);
  });

  it('reads every account of the documentation, also with a role in one word', () => {
    const listed = ['/api/v1/admin/accounts', '/api/v2/admin/accounts'].flatMap((path) =>
      bodies('accounts.json', path),
    );
    const accounts = listed
      .flatMap((body) => body as unknown[])
      .map((body) => decodeAdminAccount(new RemoteValue(body)));
    expect(accounts.length).toBeGreaterThanOrEqual(3);
    expect(accounts.find(({ handle }) => handle === 'admin')?.isStaff).toBe(true);
    expect(accounts.find(({ handle }) => handle === 'trwnh')?.isStaff).toBe(false);
  });

  it('reads posts and profiles as text', () => {
    const [post] = entities('Status').map((body) => decodePost(new RemoteValue(body), 'mastodon.social'));
    expect(post).toMatchObject({ remoteId: '103270115826048975', language: 'en', author: { handle: 'Gargron' } });
    expect(post?.text).toContain('"I lost my inheritance with one wrong digit on my sort code"');
    expect(post?.text).toContain(
      'https://www.theguardian.com/money/2019/dec/07/i-lost-my-193000-inheritance-with-one-wrong-digit-on-my-sort-code',
    );
    expect(post?.text).not.toMatch(/<|class=/);
    const [account] = entities('Account').map((body) => decodeAccount(new RemoteValue(body)));
    expect(account).toMatchObject({ handle: 'noiob@awoo.space', server: 'awoo.space', isBot: false });
    expect(account?.profileText).toContain('#awoo');
  });
});
