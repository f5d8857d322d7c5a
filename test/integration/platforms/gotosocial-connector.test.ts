import { describe, expect, it } from 'vitest';
import { RemoteValue } from '../../../electron/data/platforms/decode/remote-value.ts';
import { decodeAdminAccount } from '../../../electron/data/platforms/mastodon/decode-account.ts';
import { createMastodonConnector } from '../../../electron/data/platforms/mastodon/mastodon-connector.ts';
import {
  aCall,
  aClient,
  aConnector,
  anOpenReport,
  aPracticeServer,
  never,
  practiceStart,
  readAll,
} from '../../builders/practice.ts';

const flavour = 'gotosocial' as const;

describe('the connector on GoToSocial', () => {
  it.each([
    ['admin', '546033', true],
    // As 0.20 writes it: a moderator has no permission there, and is one of the team all the same.
    ['moderator', '0', true],
    ['user', '0', false],
  ])('knows whether somebody is of the team: %s', (name, permissions, isStaff) => {
    const role = { id: name, name, color: '', permissions, highlighted: isStaff };
    expect(decodeAdminAccount(new RemoteValue({ id: '01', username: 'someone', role })).isStaff).toBe(isStaff);
  });

  it('offers only what exists there, and says what can’t be undone', async () => {
    const server = await aPracticeServer({ flavour });
    const token = server.issueToken('morgan', ['admin:read', 'admin:write', 'read:accounts']);
    const { capabilities } = await aConnector(server, { accessToken: token }).readFacts(never);
    expect(capabilities).toMatchObject({
      software: 'gotosocial',
      assign: false,
      resolve: true,
      reopen: false,
      resolveWithComment: true,
      personEffects: ['none', 'suspend'],
      undoEffects: [],
      irreversible: ['suspend'],
      accountActionResolvesReports: false,
      measures: false,
      dimensions: false,
      retention: false,
    });
  });

  it('finds out by itself where it is, when nobody told it', async () => {
    const server = await aPracticeServer({ flavour, reports: 130 });
    const connector = createMastodonConnector(aClient(server));
    const { items } = await readAll((cursor) => connector.listOpenReports(cursor, never));
    expect(items).toHaveLength(server.world.state.reports.filter((report) => report.actionTakenAt === null).length);
  });

  it('reads all reports in one pass and goes on with the newest', async () => {
    const server = await aPracticeServer({ flavour, reports: 250 });
    const connector = aConnector(server);
    const { items, last } = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(items.map(({ remoteId }) => remoteId)).toEqual(server.world.state.reports.map(({ id }) => id));
    const { resume } = last as { resume?: string };
    expect(resume).toBe(items.at(-1)?.remoteId);
    expect((await connector.listNewReports(resume ?? null, never)).items).toEqual([]);
  });

  it('resolves with a comment; a second moderator shows only when read back', async () => {
    const server = await aPracticeServer({ flavour });
    const report = anOpenReport(server);
    server.world.colleagueActs('ines', { do: 'resolve', reportId: report.id });
    const connector = aConnector(server);
    await connector.perform(aCall(report, { text: 'Thank you' }), never);
    expect(report.actionTakenComment).toBe('Thank you');
    expect(await connector.readReport(report.id, never)).toMatchObject({ resolvedBy: 'morgan' });
  });

  it('shows that a suspension takes the evidence away and leaves the report open', async () => {
    const server = await aPracticeServer({ flavour });
    const report = server.world.state.reports.find(
      (one) => one.actionTakenAt === null && server.world.post(one.postIds[0] ?? '')?.deletedAt === null,
    )!;
    const connector = aConnector(server);
    expect((await connector.readReport(report.id, never))?.posts).toHaveLength(1);
    await connector.perform(aCall(report, { kind: 'account.suspend' }), never);
    expect(await connector.readReport(report.id, never)).toMatchObject({
      state: 'open',
      posts: [],
      target: { state: 'suspended' },
    });
  });

  it('is refused a second action while the first is under way', async () => {
    let now = practiceStart;
    const server = await aPracticeServer({ flavour, clock: () => now });
    const connector = aConnector(server);
    const call = aCall(anOpenReport(server), { kind: 'account.suspend' });
    await connector.perform(call, never);
    await expect(connector.perform(call, never)).rejects.toMatchObject({
      code: 'refused',
      status: 409,
      mayHaveArrived: false,
    });
    now += 60_000;
    await connector.perform(call, never);
    expect(server.world.state.strikes).toHaveLength(2);
  });

  it.each(['report.assign', 'report.reopen', 'account.silence', 'account.undo-suspend'] as const)(
    'refuses %s before anything leaves',
    async (kind) => {
      const server = await aPracticeServer({ flavour });
      const connector = aConnector(server);
      await expect(connector.perform(aCall(anOpenReport(server), { kind }), never)).rejects.toMatchObject({
        code: 'refused',
        mayHaveArrived: false,
      });
      expect(server.books.requests).toEqual([]);
    },
  );

  it('has no numbers', async () => {
    const server = await aPracticeServer({ flavour });
    const connector = aConnector(server);
    expect(await connector.readMeasures(practiceStart, practiceStart, never)).toEqual([]);
    expect(await connector.readDimensions(practiceStart, practiceStart, never)).toEqual([]);
    expect(await connector.readCohorts(practiceStart, practiceStart, never)).toEqual([]);
  });
});
