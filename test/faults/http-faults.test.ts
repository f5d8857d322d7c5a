import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../electron/data/platforms/platform.ts';
import { type FaultSpec, faultKinds } from '../../electron/data/practice/faults.ts';
import {
  aCall,
  aClient,
  aConnector,
  anOpenReport,
  aPracticeServer,
  never,
  practiceStart,
} from '../builders/practice.ts';

interface Expected {
  readonly fault: FaultSpec;
  /** What reading a report ends in. */
  readonly reading: object | 'works';
  /** What carrying out an action ends in, and how often the server carried it out. */
  readonly acting: object | 'works';
  readonly carriedOut: 0 | 1;
}

const table: readonly Expected[] = [
  { fault: { kind: 'latency', ms: 5 }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'clock-skew', ms: 86_400_000 }, reading: 'works', acting: 'works', carriedOut: 1 },
  {
    fault: { kind: 'slow-body', ms: 60_000 },
    reading: { code: 'timeout', mayHaveArrived: false },
    acting: { code: 'timeout', mayHaveArrived: true },
    carriedOut: 1,
  },
  { fault: { kind: 'wrong-type' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'unknown-fields' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'reordered-list' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'repeated-list' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'shortened-list' }, reading: 'works', acting: 'works', carriedOut: 1 },
  {
    fault: { kind: 'empty-body' },
    reading: { code: 'malformed', mayHaveArrived: false },
    acting: 'works',
    carriedOut: 1,
  },
  {
    fault: { kind: 'hang' },
    reading: { code: 'timeout', mayHaveArrived: false },
    acting: { code: 'timeout', mayHaveArrived: true },
    carriedOut: 0,
  },
  {
    fault: { kind: 'rate-limited' },
    reading: { code: 'rate-limited', retryAt: practiceStart + 60_000 },
    acting: { code: 'rate-limited', retryAt: practiceStart + 60_000, mayHaveArrived: false },
    carriedOut: 0,
  },
  {
    fault: { kind: 'rate-limited', style: 'gotosocial', ms: 90_000 },
    reading: { code: 'rate-limited', retryAt: practiceStart + 90_000 },
    acting: { code: 'rate-limited', retryAt: practiceStart + 90_000, mayHaveArrived: false },
    carriedOut: 0,
  },
  {
    fault: { kind: 'rate-limited', style: 'retry-after', ms: 30_000 },
    reading: { code: 'rate-limited', retryAt: practiceStart + 30_000 },
    acting: { code: 'rate-limited', mayHaveArrived: false },
    carriedOut: 0,
  },
  {
    fault: { kind: 'server-error', status: 503 },
    reading: { code: 'server-error', status: 503, mayHaveArrived: false },
    acting: { code: 'server-error', status: 503, mayHaveArrived: true },
    carriedOut: 0,
  },
  {
    fault: { kind: 'server-error', status: 502, html: true },
    reading: { code: 'server-error', status: 502 },
    acting: { code: 'server-error', status: 502, mayHaveArrived: true },
    carriedOut: 0,
  },
  {
    fault: { kind: 'server-error', status: 504, html: true, afterHandling: true },
    reading: { code: 'server-error', status: 504 },
    acting: { code: 'server-error', status: 504, mayHaveArrived: true },
    carriedOut: 1,
  },
  {
    fault: { kind: 'reset-before' },
    reading: { code: 'offline', mayHaveArrived: false },
    acting: { code: 'offline', mayHaveArrived: true },
    carriedOut: 0,
  },
  {
    fault: { kind: 'reset-after' },
    reading: { code: 'offline', mayHaveArrived: false },
    acting: { code: 'offline', mayHaveArrived: true },
    carriedOut: 1,
  },
  {
    fault: { kind: 'malformed-json' },
    reading: { code: 'malformed' },
    acting: { code: 'malformed', mayHaveArrived: true },
    carriedOut: 1,
  },
  { fault: { kind: 'wrong-types' }, reading: { code: 'malformed' }, acting: 'works', carriedOut: 1 },
  {
    fault: { kind: 'not-json' },
    reading: { code: 'captive', reason: 'page', mayHaveArrived: false },
    acting: { code: 'captive', reason: 'page', mayHaveArrived: true },
    carriedOut: 0,
  },
  {
    fault: { kind: 'huge-body', bytes: 4 * 1024 * 1024 },
    reading: { code: 'too-large', mayHaveArrived: false },
    acting: { code: 'too-large', mayHaveArrived: true },
    carriedOut: 1,
  },
  {
    fault: { kind: 'truncated-body' },
    reading: { code: 'offline', mayHaveArrived: false },
    acting: { code: 'offline', mayHaveArrived: true },
    carriedOut: 1,
  },
  {
    fault: { kind: 'wrong-charset' },
    reading: { code: 'malformed' },
    acting: { code: 'malformed', mayHaveArrived: true },
    carriedOut: 1,
  },
  {
    fault: { kind: 'bad-gzip' },
    reading: { code: 'malformed', mayHaveArrived: false },
    acting: { code: 'malformed', mayHaveArrived: true },
    carriedOut: 1,
  },
  {
    fault: { kind: 'expired-token' },
    reading: { code: 'unauthorized', mayHaveArrived: false },
    acting: { code: 'unauthorized', mayHaveArrived: false },
    carriedOut: 0,
  },
  {
    fault: { kind: 'forbidden' },
    reading: { code: 'forbidden' },
    acting: { code: 'forbidden', mayHaveArrived: false },
    carriedOut: 0,
  },
  {
    fault: { kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' },
    reading: { code: 'captive', reason: 'redirect', mayHaveArrived: false },
    acting: { code: 'captive', reason: 'redirect', status: 302, mayHaveArrived: true },
    carriedOut: 0,
  },
  {
    fault: { kind: 'redirect', to: '/elsewhere' },
    // Followed to where nothing is: that says nothing of the report.
    reading: { code: 'malformed', status: 404, mayHaveArrived: false },
    acting: { code: 'malformed', status: 302, mayHaveArrived: true },
    carriedOut: 0,
  },
  // A report is thousands of bytes, the answer to an action two.
  { fault: { kind: 'slow-body', ms: 0 }, reading: { code: 'timeout' }, acting: 'works', carriedOut: 1 },
  { fault: { kind: 'empty-body' }, reading: { code: 'malformed' }, acting: 'works', carriedOut: 1 },
  { fault: { kind: 'wrong-type' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'unknown-fields' }, reading: 'works', acting: 'works', carriedOut: 1 },
  // These change lists alone; what they do to pages is looked at over every platform.
  { fault: { kind: 'reordered-list' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'repeated-list' }, reading: 'works', acting: 'works', carriedOut: 1 },
  { fault: { kind: 'shortened-list' }, reading: 'works', acting: 'works', carriedOut: 1 },
];

const name = ({ fault }: Expected) =>
  [fault.kind, fault.style, fault.status, fault.afterHandling && 'after'].filter(Boolean).join(' ');

async function outcome(act: Promise<unknown>): Promise<unknown> {
  return await act.then(
    () => 'works',
    (error: unknown) => error,
  );
}

async function withFault(expected: Expected) {
  const server = await aPracticeServer();
  const overrides = { timeoutMs: 400, maxBytes: 1024 * 1024, clock: () => practiceStart };
  const connector = aConnector(server, overrides);
  const report = anOpenReport(server);
  server.faults.add({ ...expected.fault, times: 1 });
  return { server, connector, report };
}

function expectOutcome(got: unknown, expected: object | 'works'): void {
  if (expected === 'works') expect(got).toBe('works');
  else {
    expect(got).toBeInstanceOf(PlatformError);
    expect(got).toMatchObject(expected);
  }
}

describe('every fault', () => {
  it('is in the table', () => {
    expect(new Set(table.map(({ fault }) => fault.kind))).toEqual(new Set(faultKinds));
  });

  it.each(table.map((expected) => [name(expected), expected] as const))('%s: reading', async (_name, expected) => {
    const { connector, report } = await withFault(expected);
    expectOutcome(await outcome(connector.readReport(report.id, never)), expected.reading);
    // The next request is not affected by it.
    expect(await connector.readReport(report.id, never)).toMatchObject({ remoteId: report.id });
  });

  it.each(table.map((expected) => [name(expected), expected] as const))('%s: acting', async (_name, expected) => {
    const { server, connector, report } = await withFault(expected);
    const got = await outcome(connector.perform(aCall(report, { kind: 'account.silence' }), never));
    expectOutcome(got, expected.acting);
    // The server's own books: one request left, whatever came of it, and a sanction at most once.
    expect(server.books.requests).toHaveLength(1);
    expect(server.world.state.strikes).toHaveLength(expected.carriedOut);
    expect(server.books.repeatedKeys()).toEqual([]);
    // Whoever says that nothing may have arrived is right.
    const admits = got === 'works' || (got as PlatformError).mayHaveArrived;
    if (expected.carriedOut === 1) expect(admits).toBe(true);
  });

  it.each(table.map((expected) => [name(expected), expected] as const))(
    '%s: names nothing',
    async (_name, expected) => {
      const { server, connector, report } = await withFault(expected);
      const got = await outcome(connector.perform(aCall(report, { text: 'words of a person' }), never));
      const said =
        got instanceof Error ? `${got.message} ${got.stack} ${JSON.stringify(got)} ${String(got.cause)}` : '';
      expect(said).not.toContain('words of a person');
      expect(said).not.toContain(new URL(server.origin).host);
      expect(said).not.toContain('Service Unavailable');
    },
  );
});

describe('a page with odd items', () => {
  it('keeps the good ones and says which field of the others is wrong', async () => {
    const server = await aPracticeServer();
    const open = server.world.state.reports.filter((report) => report.actionTakenAt === null).length;
    server.faults.add({ kind: 'wrong-types', times: 1 });
    const page = await aConnector(server).listOpenReports(null, never);
    expect(page.rejected.length).toBe(Math.ceil(open / 2));
    expect(page.items.length).toBe(Math.floor(open / 2));
    expect(page.rejected[0]).toMatchObject({ position: 0, problem: expect.stringMatching(/^[a-z_.[\]0-9]+: not /) });
    // Kept as it came, to be read when it can be.
    expect(page.rejected[0]?.raw).toBeTypeOf('object');
  });
});

describe('the switches', () => {
  it('hit the matching requests alone, after those to be let pass, as often as told', async () => {
    const server = await aPracticeServer();
    const connector = aConnector(server);
    const report = anOpenReport(server);
    server.faults.add({ kind: 'server-error', match: `GET /api/v1/admin/reports/${report.id}`, after: 1, times: 2 });
    const read = () => outcome(connector.readReport(report.id, never));
    expect(await outcome(connector.readAccount(report.targetId, never))).toBe('works');
    const got = [await read(), await read(), await read(), await read()];
    expect(got.map((one) => (one === 'works' ? one : 'fails'))).toEqual(['works', 'fails', 'fails', 'works']);
  });

  it('give the same run of luck for the same seed', async () => {
    const run = async () => {
      const server = await aPracticeServer({ seed: 11 });
      server.faults.add({ kind: 'forbidden', probability: 0.5 });
      const client = aClient(server);
      const got: unknown[] = [];
      for (let count = 0; count < 12; count += 1) {
        got.push((await outcome(client.send({ method: 'GET', path: '/api/v2/instance', signal: never }))) === 'works');
      }
      return got;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });
});
