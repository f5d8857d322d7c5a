import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiscourseConnector } from '../../../electron/data/platforms/discourse/discourse-connector.ts';
import { readDiscourseRefusal } from '../../../electron/data/platforms/discourse/read-refusal.ts';
import { answerError } from '../../../electron/data/platforms/http/answer-error.ts';
import type { HttpClient, HttpRequest } from '../../../electron/data/platforms/http/http-client.ts';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { anActionCall } from '../../builders/action-call.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/fixtures/discourse');
const here = existsSync(folder);
if (!here) process.stderr.write('SKIPPED: no platform fixtures here (../shared/fixtures/discourse)\n');

interface Endpoint {
  readonly name?: string;
  readonly path: string;
  readonly response?: { readonly body: unknown };
}
interface RateLimit {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly body_text?: string;
}
interface Fixture {
  readonly endpoints: readonly Endpoint[];
  readonly rate_limits: readonly RateLimit[];
}

const read = (name: string) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Fixture;
const bodyOf = (name: string) =>
  read('review.composed.json').endpoints.find((one) => one.name === name)?.response?.body;
const never = new AbortController().signal;

/** A client whose site answers with what the fixtures say, as it came over the wire, and has nothing else. */
function replaying(answers: Readonly<Record<string, unknown>>): { http: HttpClient; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const http: HttpClient = {
    origin: 'http://discourse.test',
    base: 'http://discourse.test',
    async send(request) {
      asked.push(request);
      const found = Object.entries(answers).find(([path]) => `${request.method} ${request.path}`.startsWith(path));
      if (!found) throw new PlatformError('not-found', { status: 404 });
      return { status: 200, headers: new Headers(), body: JSON.parse(JSON.stringify(found[1])) };
    },
  };
  return { http, asked };
}

describe.skipIf(!here)('composed answers of Discourse', () => {
  const expected = {
    remoteId: '12',
    state: 'open',
    category: 'violation',
    comment: 'Spam (@alba)\nInappropriate (@carmen)',
    createdAt: Date.UTC(2026, 2, 2, 9, 14, 5, 120),
    reporter: { remoteId: '8', handle: 'alba' },
    target: { remoteId: '9', handle: 'bruno', state: 'active' },
    assignedTo: null,
    resolvedBy: null,
    posts: [
      { remoteId: '133', text: 'Buy followers now', editedAt: null, url: 'http://discourse.test/t/best-offers/41/3' },
    ],
  };

  it('reads the list and the single reviewable alike', async () => {
    const lists = { 'GET /admin/users/list/': [], 'GET /admin/users/9.json': { id: 9, username: 'bruno' } };
    const { http } = replaying({ ...lists, 'GET /review.json': bodyOf('list'), 'GET /review/12.json': bodyOf('show') });
    const connector = createDiscourseConnector(http);
    const page = await connector.listOpenReports(null, never);
    expect(page.rejected).toEqual([]);
    expect(page.items).toMatchObject([expected]);
    // Eleven pending and one shown: there is more.
    expect(page.next).not.toBeNull();
    const single = await connector.readReport('12', never);
    expect(single).toEqual(page.items[0]);
    expect(single?.version).toMatch(/^2:/);
  });

  it.each([
    [true, 'agree_and_keep'],
    [false, 'disagree'],
    [null, 'ignore_and_do_nothing'],
  ])('closes it by one of the offered actions: upheld %s', async (upheld, action) => {
    const answers = { 'GET /review/12.json': bodyOf('show'), 'PUT /review/12/perform/': bodyOf('perform') };
    const { http, asked } = replaying(answers);
    const call = anActionCall({ kind: 'report.resolve', targetRemoteId: '12', upheld, expectedVersion: '2:x' });
    await createDiscourseConnector(http).perform(call, never);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /review/12.json',
      `PUT /review/12/perform/${action}.json?version=2`,
    ]);
  });

  it('reads the site’s numbers', async () => {
    const bulk = read('reports.composed.json').endpoints.find(({ path }) => path.endsWith('bulk.json'))?.response?.body;
    const { http, asked } = replaying({ 'GET /admin/reports/bulk.json': bulk });
    const day = Date.UTC(2026, 1, 1);
    const measures = await createDiscourseConnector(http).readMeasures(day, Date.UTC(2026, 2, 1), never);
    expect(measures).toEqual([{ key: 'visits', dimension: '', periodStart: day, periodUnit: 'day', value: 31 }]);
    expect(decodeURIComponent(asked[0]?.path ?? '')).toContain('reports[visits][start_date]=2026-02-01');
  });

  it('reads how long each limit wants it to wait', () => {
    const now = Date.UTC(2026, 2, 1);
    const waits = read('review.composed.json').rate_limits.map(({ status, headers, body, body_text }) => {
      const response = new Response(body_text ?? JSON.stringify(body ?? null), { status, headers });
      const meant = readDiscourseRefusal({ status, headers: response.headers, body: body ?? body_text ?? null });
      const { code, retryAt, reason } = answerError(response, { writes: true, paged: true, now, meant });
      return [code, (retryAt ?? 0) - now, reason];
    });
    expect(waits).toEqual([
      ['rate-limited', 60_000, 'admin_api_key_rate_limit'],
      ['rate-limited', 7_000, 'ip_10_secs_limit'],
      ['rate-limited', 60_000, 'ip_60_secs_limit'],
    ]);
  });
});
