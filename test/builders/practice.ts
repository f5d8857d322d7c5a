import { onTestFinished } from 'vitest';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '../../electron/data/platforms/http/http-client.ts';
import { createMastodonConnector } from '../../electron/data/platforms/mastodon/mastodon-connector.ts';
import type { ActionCall, Page, PlatformConnector, RemoteReport } from '../../electron/data/platforms/platform.ts';
import { type PracticeOptions, PracticeServer } from '../../electron/data/practice/practice-server.ts';
import type { PracticeReport } from '../../electron/data/practice/world/world-state.ts';
import { anActionCall } from './action-call.ts';

/** Noon of a Monday, on which the practice worlds of tests begin. */
export const practiceStart = Date.UTC(2026, 10, 16, 12);

/** A signal that never fires. */
export const never = new AbortController().signal;

/** A running practice server with a small world that stands still; stopped when the test is over. */
export async function aPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = new PracticeServer({ reports: 30, clock: () => practiceStart, ...options });
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

/** A client to the server as its moderator. */
export function aClient(server: PracticeServer, overrides: Partial<HttpClientOptions> = {}): HttpClient {
  return createHttpClient({ address: server.origin, accessToken: server.issueToken(), budget: null, ...overrides });
}

/** The connector to the server as its moderator. */
export function aConnector(server: PracticeServer, overrides: Partial<HttpClientOptions> = {}): PlatformConnector {
  return createMastodonConnector(aClient(server, overrides), server.world.state.flavour);
}

/** A call to carry out on the report's subject, or on the report itself. */
export function aCall(report: PracticeReport, overrides: Partial<ActionCall> = {}): ActionCall {
  const kind = overrides.kind ?? 'report.resolve';
  return anActionCall({
    kind,
    targetRemoteId: kind.startsWith('report.') ? report.id : report.targetId,
    reportRemoteId: report.id,
    ...overrides,
  });
}

/** An open report about a member of the server itself. */
export function anOpenReport(server: PracticeServer): PracticeReport {
  const found = server.world.state.reports.find(
    (report) => report.actionTakenAt === null && server.world.account(report.targetId)?.domain === null,
  );
  if (found === undefined) throw new Error('This world has no open report');
  return found;
}

/** Every item of a paged list, in the order in which it came. */
export async function readAll(
  readPage: (cursor: string | null) => Promise<Page<RemoteReport>>,
): Promise<{ items: RemoteReport[]; pages: number; last: Page<RemoteReport> }> {
  const items: RemoteReport[] = [];
  let cursor: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page = await readPage(cursor);
    items.push(...page.items);
    if (page.next === null) return { items, pages, last: page };
    cursor = page.next;
  }
}
