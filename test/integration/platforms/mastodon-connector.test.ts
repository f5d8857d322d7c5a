import { describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import type { ActionKind } from '../../../shared/domain/action.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import {
  aCall,
  aConnector,
  anOpenReport,
  aPracticeServer,
  never,
  practiceStart,
  readAll,
} from '../../builders/practice.ts';

const openIds = (server: PracticeServer) =>
  server.world.state.reports.filter((report) => report.actionTakenAt === null).map(({ id }) => id);

describe('the Mastodon connector', () => {
  it('finds out who we are and what can be done here', async () => {
    const server = await aPracticeServer();
    const facts = await aConnector(server).readFacts(never);
    expect(facts).toMatchObject({
      name: 'Practice community',
      accountHandle: 'morgan',
      accountRemoteId: server.world.member('morgan').id,
      capabilities: { ...mastodonLike, version: expect.any(String), measures: true, dimensions: true, retention: true },
    });
    expect(facts.rules.map(({ remoteId }) => remoteId)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('offers a person without the role nothing that the server would refuse', async () => {
    const server = await aPracticeServer();
    const member = server.world.state.accounts.find((one) => one.role === 'member' && one.domain === null);
    const facts = await aConnector(server, { accessToken: server.issueToken(member?.username ?? '') }).readFacts(never);
    expect(facts.capabilities).toMatchObject({
      reports: false,
      assign: false,
      resolve: false,
      reopen: false,
      personEffects: ['none'],
      undoEffects: [],
      measures: false,
    });
  });

  it('lists every open report once, over several pages', async () => {
    const server = await aPracticeServer({ reports: 450 });
    const { items, pages } = await readAll((cursor) => aConnector(server).listOpenReports(cursor, never));
    expect(items.map(({ remoteId }) => remoteId).sort()).toEqual(openIds(server).sort());
    expect(items.every(({ state }) => state === 'open')).toBe(true);
    expect(pages).toBeGreaterThan(2);
  });

  it('never sends the parameter that means resolved by its mere presence', async () => {
    const server = await aPracticeServer();
    await readAll((cursor) => aConnector(server).listOpenReports(cursor, never));
    const queries = server.books.requests.filter(({ path }) => path.endsWith('/reports')).map(({ query }) => query);
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.filter((query) => query.includes('resolved'))).toEqual([]);
  });

  it('reads new reports of every state, oldest first within each list, and nothing twice next time', async () => {
    const server = await aPracticeServer({ reports: 450 });
    const connector = aConnector(server);
    const first = await readAll((cursor) => connector.listNewReports(cursor, never));
    const ids = first.items.map(({ remoteId }) => remoteId);
    expect([...ids].sort()).toEqual(server.world.state.reports.map(({ id }) => id).sort());
    const open = first.items.filter(({ state }) => state === 'open').map(({ remoteId }) => Number(remoteId));
    expect(open).toEqual([...open].sort((a, b) => a - b));
    const resume = (first.last as { resume?: string | null }).resume ?? null;
    expect(Number(resume)).toBe(Math.max(...ids.map(Number)));
    const again = await connector.listNewReports(resume, never);
    expect(again.items).toEqual([]);
  });

  it('goes on from any stored place after a stop', async () => {
    const server = await aPracticeServer({ reports: 450 });
    const ids = new Set<string>();
    for (let cursor: string | null = null; ; ) {
      // A new connector each time: nothing but the cursor survives.
      const page = await aConnector(server).listNewReports(cursor, never);
      for (const { remoteId } of page.items) ids.add(remoteId);
      cursor = page.resume;
      if (page.next === null) break;
    }
    expect(ids.size).toBe(server.world.state.reports.length);
  });

  it('does not miss a report that appears and is resolved while the lists are being read', async () => {
    const server = await aPracticeServer();
    const connector = aConnector(server);
    const { last } = await readAll((cursor) => connector.listNewReports(cursor, never));
    const start = (last as { resume?: string | null }).resume ?? null;
    const [about] = server.world.state.reports;
    const file = () =>
      server.world.addReport({
        scene: 'dispute',
        category: 'other',
        comment: '',
        createdAt: practiceStart,
        reporterId: about!.reporterId,
        targetId: about!.targetId,
      });
    const openOnes = await connector.listNewReports(start, never);
    // Between the two lists: one stays open, a later one is resolved at once.
    const stays = file();
    server.world.colleagueActs('ines', { do: 'resolve', reportId: file().id });
    let page = openOnes;
    while (page.next !== null) page = await connector.listNewReports(page.next, never);
    // Before the next pass the first one is resolved too.
    server.world.colleagueActs('ines', { do: 'resolve', reportId: stays.id });
    const next = await readAll((cursor) => connector.listNewReports(cursor ?? page.resume, never));
    expect(next.items.map(({ remoteId }) => remoteId)).toContain(stays.id);
  });

  it('does not read all resolved reports again where nothing is open', async () => {
    const server = await aPracticeServer();
    for (const id of openIds(server)) server.world.colleagueActs('ines', { do: 'resolve', reportId: id });
    const connector = aConnector(server);
    const { last } = await readAll((cursor) => connector.listNewReports(cursor, never));
    const again = await readAll((cursor) =>
      connector.listNewReports(cursor ?? (last as { resume?: string }).resume ?? null, never),
    );
    expect(again.items).toEqual([]);
  });

  it('reads reports, accounts and threads, and says null for what is gone', async () => {
    const server = await aPracticeServer();
    const connector = aConnector(server);
    const report = server.world.state.reports.find(
      ({ postIds }) => server.world.post(postIds[0] ?? '')?.inReplyTo != null,
    )!;
    const read = await connector.readReport(report.id, never);
    expect(read).toMatchObject({ remoteId: report.id, comment: report.comment, target: { remoteId: report.targetId } });
    expect(await connector.readAccount(report.targetId, never)).toMatchObject({ remoteId: report.targetId });
    const thread = await connector.readThread(report.postIds[0]!, never);
    expect(thread[0]!.inReplyTo).toBeNull();
    expect(await connector.readReport('1', never)).toBeNull();
    expect(await connector.readAccount('1', never)).toBeNull();
    expect(await connector.readThread('1', never)).toEqual([]);
  });

  it('shows a post that was deleted meanwhile as another version of the report', async () => {
    const server = await aPracticeServer();
    const connector = aConnector(server);
    const report = server.world.state.reports.find(
      ({ postIds }) => server.world.post(postIds[0] ?? '')?.deletedAt === null,
    )!;
    const before = await connector.readReport(report.id, never);
    server.world.deletePost(report.postIds[0]!, practiceStart);
    const after = await connector.readReport(report.id, never);
    expect(after?.posts).toHaveLength(before!.posts.length - 1);
    expect(after?.version).not.toBe(before?.version);
  });

  it.each<[ActionKind, (server: PracticeServer) => unknown]>([
    ['report.assign', (server) => anyReport(server).assignedTo === server.world.member('morgan').id],
    ['report.resolve', (server) => anyReport(server).actionTakenAt !== null],
    ['account.warn', (server) => server.world.state.strikes[0]?.type === 'none'],
    ['account.sensitive', (server) => target(server).sensitized],
    ['account.disable', (server) => target(server).disabled],
    ['account.silence', (server) => target(server).silenced],
    ['account.suspend', (server) => target(server).suspended],
  ])('carries out %s once', async (kind, isDone) => {
    const server = await aPracticeServer();
    chosen = anOpenReport(server);
    await aConnector(server).perform(aCall(chosen, { kind, text: 'Reason', notify: true }), never);
    expect(isDone(server)).toBe(true);
    expect(server.books.actions).toMatchObject([{ kind, idempotencyKey: 'key-1' }]);
    if (kind.startsWith('account.')) {
      expect(server.world.state.strikes).toMatchObject([{ text: 'Reason', mailed: true, reportId: chosen.id }]);
    }
  });

  it.each<[ActionKind, 'sensitized' | 'disabled' | 'silenced' | 'suspended']>([
    ['account.undo-sensitive', 'sensitized'],
    ['account.undo-disable', 'disabled'],
    ['account.undo-silence', 'silenced'],
    ['account.undo-suspend', 'suspended'],
  ])('carries out %s', async (kind, field) => {
    const server = await aPracticeServer();
    chosen = anOpenReport(server);
    target(server)[field] = true;
    await aConnector(server).perform(aCall(chosen, { kind }), never);
    expect(target(server)[field]).toBe(false);
  });

  it('reopens, and shows that a sanction closed the person’s other reports', async () => {
    const server = await aPracticeServer({ reports: 120 });
    const connector = aConnector(server);
    const several = server.world.state.reports.find(
      ({ targetId }) =>
        server.world.openReportsAbout(targetId).length > 1 && server.world.account(targetId)?.domain === null,
    )!;
    const open = server.world.openReportsAbout(several.targetId);
    await connector.perform(aCall(several, { kind: 'account.silence' }), never);
    for (const { id } of open) {
      expect(await connector.readReport(id, never)).toMatchObject({ state: 'resolved', resolvedBy: 'morgan' });
    }
    await connector.perform(aCall(several, { kind: 'report.reopen' }), never);
    expect(await connector.readReport(several.id, never)).toMatchObject({ state: 'open', resolvedBy: null });
  });

  it('reads measures, breakdowns and cohorts', async () => {
    const server = await aPracticeServer();
    const connector = aConnector(server);
    const from = practiceStart - 10 * 86_400_000;
    const measures = await connector.readMeasures(from, practiceStart, never);
    const opened = measures.filter(({ key }) => key === 'opened_reports').reduce((sum, { value }) => sum + value, 0);
    expect(opened).toBe(server.world.state.reports.length);
    expect(new Set(measures.map(({ key }) => key))).toEqual(
      new Set(['active_users', 'new_users', 'interactions', 'opened_reports', 'resolved_reports']),
    );
    expect(measures.every(({ periodStart }) => periodStart % 86_400_000 === 0)).toBe(true);
    const [languages] = await connector.readDimensions(from, practiceStart, never);
    expect(languages).toMatchObject({ key: 'languages' });
    const cohorts = await connector.readCohorts(Date.UTC(2026, 0, 1), practiceStart, never);
    expect(cohorts).toHaveLength(11);
    expect(cohorts[0]).toMatchObject({ periodStart: Date.UTC(2026, 0, 1), periodUnit: 'month' });
    expect(cohorts[0]!.points).toHaveLength(11);
  });
});

let chosen: ReturnType<typeof anOpenReport>;
const anyReport = (server: PracticeServer) => server.world.report(chosen.id)!;
const target = (server: PracticeServer) => server.world.account(chosen.targetId)!;
