import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RemoteValue } from '../../../../electron/data/platforms/decode/remote-value.ts';
import { decodeReport } from '../../../../electron/data/platforms/lemmy/decode-report.ts';
import { readLemmyRefusal } from '../../../../electron/data/platforms/lemmy/read-refusal.ts';
import type { ReportKind } from '../../../../electron/data/platforms/lemmy/remote-ids.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/fixtures/lemmy');
const here = existsSync(folder);
if (!here) process.stderr.write('SKIPPED: no platform fixtures here (../shared/fixtures/lemmy)\n');

interface Composed {
  endpoints: { method: string; path: string; response?: { body: Record<string, unknown> } }[];
  errors: { status: number; body?: { error: string } }[];
}

function read(file: string): Composed {
  return JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Composed;
}

function body(file: string, method: string, path: string): Record<string, unknown> {
  const found = read(file).endpoints.find((one) => one.method === method && one.path === path);
  return found?.response?.body ?? {};
}

function decode(kind: ReportKind, view: unknown) {
  return decodeReport(kind, new RemoteValue(view), view, new Map());
}

describe.skipIf(!here)('composed answers of Lemmy', () => {
  it('reads a reported post of 0.19', () => {
    const { post_reports: list } = body('reports.v3.composed.json', 'GET', '/api/v3/post/report/list');
    const [view] = list as unknown[];
    expect(decode('post', view)).toMatchObject({
      remoteId: 'post:7@31',
      state: 'open',
      category: 'other',
      comment: 'spam',
      createdAt: Date.UTC(2026, 2, 2, 9, 14, 5, 120),
      updatedAt: Date.UTC(2026, 2, 2, 9, 14, 5, 120),
      reporter: { remoteId: '8', handle: 'alba', server: null },
      target: { remoteId: '9', handle: 'bruno', state: 'active' },
      resolvedBy: null,
      posts: [{ remoteId: 'post:31', text: 'Best offers\n\nBuy followers now' }],
    });
  });

  it('reads the answer to resolving in 0.19', () => {
    const { post_report_view: view } = body('reports.v3.composed.json', 'PUT', '/api/v3/post/report/resolve');
    expect(decode('post', view)).toMatchObject({
      remoteId: 'post:7@31',
      state: 'resolved',
      resolvedBy: 'moderator',
      resolvedAt: Date.UTC(2026, 2, 2, 12),
      updatedAt: Date.UTC(2026, 2, 2, 12),
    });
  });

  it('reads every report of 1.0, whatever its kind', () => {
    const { items } = body('reports.v4.composed.json', 'GET', '/api/v4/report/list');
    const names: Record<string, ReportKind> = {
      post: 'post',
      comment: 'comment',
      private_message: 'message',
      community: 'community',
    };
    const views = items as { type_: string }[];
    expect(views.length).toBeGreaterThan(0);
    for (const view of views) {
      const report = decode(names[view.type_]!, view);
      expect(report.remoteId).toMatch(/^(post|comment|message|community):\d+/);
      expect(report.target.handle).not.toBe('');
    }
  });

  it('knows what the documented refusals mean', () => {
    for (const file of ['reports.v3.composed.json', 'reports.v4.composed.json']) {
      const meant = read(file)
        .errors.filter((one) => one.body !== undefined)
        .map(({ status, body: refusal }) => readLemmyRefusal({ status, headers: new Headers(), body: refusal }).code);
      expect(meant).toEqual(['unauthorized', 'unauthorized', 'forbidden', 'not-found']);
    }
  });
});
