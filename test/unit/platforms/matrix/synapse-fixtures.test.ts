import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createHttpClient,
  type HttpClient,
  type HttpRequest,
} from '../../../../electron/data/platforms/http/http-client.ts';
import { createMatrixConnector } from '../../../../electron/data/platforms/matrix/matrix-connector.ts';
import { readRefusal } from '../../../../electron/data/platforms/matrix/read-refusal.ts';
import { readUsers } from '../../../../electron/data/platforms/matrix/user-list.ts';
import type { PlatformError } from '../../../../electron/data/platforms/platform.ts';
import { anActionCall } from '../../../builders/action-call.ts';
import { never, readAll } from '../../../builders/practice.ts';
import { unrecognized } from '../../../stand-ins/matrix/synapse-answers.ts';
import { StandInServer } from '../../../stand-ins/stand-in-server.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/fixtures/synapse');
const here = existsSync(folder);
if (!here) process.stderr.write('SKIPPED: no platform fixtures here (../shared/fixtures/synapse)\n');

interface Recorded {
  readonly label: string;
  readonly request: { readonly method: string; readonly path: string; readonly body?: unknown };
  readonly response: { readonly status: number; readonly body: unknown };
}

const recorded = new Map<string, Recorded>(
  (here ? readdirSync(folder) : []).map((file) => {
    const one = JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Recorded;
    return [one.label, one];
  }),
);

function answer(label: string): Recorded {
  const one = recorded.get(label);
  if (!one) throw new RangeError(`no such recording: ${label}`);
  return one;
}

const pathOf = ({ request }: Recorded) => request.path.split('?')[0] ?? '';

type Composed = (path: string) => unknown;

/** A server that gives the recorded answers byte by byte, by method and path; then what `composed` makes of recordings. */
async function replaying(labels: readonly string[], composed: Composed = () => undefined): Promise<HttpClient> {
  const known = new Map(labels.map(answer).map((one) => [`${one.request.method} ${pathOf(one)}`, one.response]));
  const server = new StandInServer((call) => {
    if (call.path === '/_matrix/client/v3/account/whoami')
      return { status: 200, json: { user_id: '@admin:localhost' } };
    const one = known.get(`${call.method} ${call.path}`);
    if (one) return { status: one.status, text: { type: 'application/json', body: JSON.stringify(one.body) } };
    const made = composed(call.path);
    return made === undefined ? unrecognized : { status: 200, json: made };
  });
  await server.start();
  onTestFinished(() => server.stop());
  return createHttpClient({ address: server.origin, accessToken: 'token', budget: null, readRefusal });
}

interface ListedReport {
  readonly id: number;
}

/** Details of the other reports: what the list says of them, with the one message that was recorded. Users alike. */
const composed: Composed = (path) => {
  const report = /event_reports\/(\d+)$/.exec(path)?.[1];
  if (report !== undefined) {
    const list = answer('event-reports-oldest-first').response.body as { event_reports: readonly ListedReport[] };
    const { event_json } = answer('event-report').response.body as { event_json: unknown };
    return { ...list.event_reports.find(({ id }) => id === Number(report)), event_json };
  }
  const userReport = /user_reports\/(\d+)$/.exec(path)?.[1];
  if (userReport !== undefined) {
    const list = answer('user-reports').response.body as { user_reports: readonly ListedReport[] };
    return list.user_reports.find(({ id }) => id === Number(userReport));
  }
  const user = /v2\/users\/(.+)$/.exec(path)?.[1];
  return user === undefined
    ? undefined
    : { ...(answer('user').response.body as object), name: decodeURIComponent(user) };
};

async function refusedBy(label: string): Promise<PlatformError> {
  const http = await replaying([label]);
  const { method, path } = answer(label).request;
  return await http.send({ method: method as HttpRequest['method'], path, signal: never }).then(
    () => expect.unreachable('was not refused'),
    (error: unknown) => error as PlatformError,
  );
}

describe.skipIf(!here)('answers of a real Synapse 1.160', () => {
  it('reads a report with its message', async () => {
    const connector = createMatrixConnector(await replaying(['event-report'], composed));
    expect(await connector.readReport('event:2@1795363205989', never)).toMatchObject({
      remoteId: 'event:2@1795363205989',
      state: 'open',
      category: 'other',
      comment: 'Hateful language',
      createdAt: 1_795_363_205_989,
      updatedAt: null,
      reporter: { remoteId: '@lucia:localhost' },
      target: { remoteId: '@dario:localhost', handle: '@dario:localhost', server: null },
      posts: [
        {
          remoteId: '!VDtrhdtqjgHBuLKkpm:localhost/$EtEAwde6_iwx-qR-auGFaFRuXekBG8555dIEspc83-g',
          text: 'Buy followers now, fast and cheap, best offers. (0)',
          publishedAt: 1_795_363_202_069,
          visibility: null,
          media: [],
        },
      ],
    });
  });

  it('takes the number for another report when it was received at another time', async () => {
    const connector = createMatrixConnector(await replaying(['event-report'], composed));
    expect(await connector.readReport('event:2@1795363205988', never)).toBeNull();
  });

  it('reads both lists, oldest first', async () => {
    const labels = ['event-reports-oldest-first', 'event-report', 'user-reports'];
    const connector = createMatrixConnector(await replaying(labels, composed));
    const { items, pages } = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(pages).toBe(2);
    expect(items).toHaveLength(40);
    const times = items.slice(0, 32).map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    // Without reason and score; and with markup that the reporter typed.
    expect(items.filter(({ comment }) => comment === '')).toHaveLength(4);
    expect(items.map(({ comment }) => comment)).toContain('<b>markup</b> & 🦊 שלום');
    expect(items.at(-1)).toMatchObject({
      remoteId: 'user:9@1795363206235',
      target: { remoteId: '@dario:localhost' },
      posts: [],
    });
  });

  it('reads users with seconds and with milliseconds, and tokens for the next page of either type', async () => {
    const alone = await createMatrixConnector(await replaying(['user'])).readAccount('@alba:localhost', never);
    expect(alone).toMatchObject({ state: 'active', joinedAt: 1_795_363_199_000, displayName: 'alba', isStaff: false });
    const page = await readUsers(await replaying(['users-list']), 0, 3, never);
    expect(page.rows.map(({ userId, joinedAt }) => [userId, joinedAt])).toEqual([
      ['@admin:localhost', 1_795_363_199_000],
      ['@alba:localhost', 1_795_363_199_000],
      ['@bruno:localhost', 1_795_363_199_000],
    ]);
    expect(page).toMatchObject({ isLast: false, count: 3, rejected: [] });
  });

  it('carries out a suspension', async () => {
    const connector = createMatrixConnector(await replaying(['suspend'], composed));
    const call = anActionCall({ kind: 'account.suspend', targetRemoteId: '@hiro:localhost' });
    await expect(connector.perform(call, never)).resolves.toBeUndefined();
  });

  it('finds out what can be done', async () => {
    const labels = ['server-version', 'event-reports'];
    const facts = await createMatrixConnector(await replaying(labels, composed)).readFacts(never);
    expect(facts).toMatchObject({ name: 'localhost', accountHandle: '@admin:localhost', rules: [] });
    expect(facts.capabilities).toMatchObject({
      software: 'synapse',
      version: '1.160.0',
      reports: true,
      resolve: false,
      personEffects: ['none', 'disable', 'suspend'],
      undoEffects: ['disable', 'suspend'],
      missingRights: [],
    });
  });

  it.each([
    ['no-token', 'unauthorized', 'M_MISSING_TOKEN'],
    ['bad-token', 'unauthorized', 'M_UNKNOWN_TOKEN'],
    ['member', 'forbidden', 'M_FORBIDDEN'],
    ['event-report-delete-again-by-other', 'not-found', 'M_NOT_FOUND'],
    ['room-reports-unsupported', 'not-found', 'M_UNRECOGNIZED'],
  ])('understands the refusal %s', async (label, code, reason) => {
    expect(await refusedBy(label)).toMatchObject({ code, reason, mayHaveArrived: false });
  });
});
