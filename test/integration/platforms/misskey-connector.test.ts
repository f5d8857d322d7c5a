import { describe, expect, it } from 'vitest';
import type { ActionKind } from '../../../shared/domain/action.ts';
import { aMisskey, aMisskeyCall, aMisskeyConnector } from '../../builders/misskey.ts';
import { never, readAll } from '../../builders/practice.ts';
import { allPermissions } from '../../stand-ins/misskey/misskey-stand-in.ts';

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;

describe('what Misskey and Sharkey offer', () => {
  it.each(['misskey', 'sharkey'] as const)(
    'is found out on %s, with a reason for all that is missing',
    async (software) => {
      const standIn = await aMisskey({ software });
      const facts = await aMisskeyConnector(standIn).readFacts(never);
      expect(facts).toMatchObject({
        name: 'A made-up server',
        accountRemoteId: standIn.moderator.id,
        accountHandle: 'morgan',
        capabilities: {
          software,
          reports: true,
          assign: false,
          resolve: true,
          reopen: false,
          accountActionResolvesReports: false,
          measures: true,
          dimensions: false,
          retention: true,
          rules: true,
          removePost: true,
          restorePost: false,
          activities: true,
          missingRights: [],
        },
      });
      const isSharkey = software === 'sharkey';
      const effects = isSharkey ? ['silence', 'suspend'] : ['suspend'];
      expect(facts.capabilities.personEffects).toEqual(['none', ...effects]);
      expect(facts.capabilities.undoEffects).toEqual(effects);
      const reasons = Object.fromEntries(facts.capabilities.absences?.map(({ ability, why }) => [ability, why]) ?? []);
      expect(reasons).toEqual({
        assign: 'platform',
        reopen: 'platform',
        resolveWithComment: 'platform',
        warn: 'platform',
        sensitive: isSharkey ? 'hearth' : 'platform',
        disable: 'platform',
        ...(isSharkey ? {} : { silence: 'platform' }),
        dimensions: 'platform',
      });
      expect(facts.rules.map(({ title }) => title)).toEqual(['Be kind', 'No outing']);
    },
  );

  it('names the permissions that a token lacks, and changes nothing by asking', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    standIn.addReport();
    const few = ['read:account', 'read:admin:abuse-user-reports', 'write:admin:suspend-user'];
    const { token } = world.addToken(standIn.moderator.id, few);
    const { capabilities } = await aMisskeyConnector(standIn, token).readFacts(never);
    expect(capabilities).toMatchObject({
      reports: true,
      resolve: false,
      personEffects: ['none', 'suspend'],
      undoEffects: [],
      removePost: false,
      missingRights: ['write:admin:resolve-abuse-user-report', 'write:admin:unsuspend-user', 'write:notes'],
    });
    expect(capabilities.absences).toContainEqual({ ability: 'removePost', why: 'right' });
    expect(world.deeds).toEqual([]);
  });

  it('says that the role is missing, whatever the token may', async () => {
    const standIn = await aMisskey();
    const { token } = standIn.server.world.addToken(standIn.reporter.id, allPermissions);
    const { capabilities } = await aMisskeyConnector(standIn, token).readFacts(never);
    expect(capabilities).toMatchObject({
      reports: false,
      resolve: false,
      personEffects: ['none'],
      missingRights: ['moderator'],
    });
    expect(capabilities.absences).toContainEqual({ ability: 'suspend', why: 'right' });
  });

  it('can’t know itself without read:account, and says so by that name', async () => {
    const standIn = await aMisskey();
    const { token } = standIn.server.world.addToken(standIn.moderator.id, ['read:admin:abuse-user-reports']);
    await expect(aMisskeyConnector(standIn, token).readFacts(never)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'read:account',
    });
  });

  it('tells a token that is worth nothing from a right that is missing', async () => {
    const standIn = await aMisskey();
    await expect(aMisskeyConnector(standIn, 'nonsense').readFacts(never)).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  it('has no activities where the local timeline is switched off', async () => {
    const standIn = await aMisskey();
    standIn.server.hasTimeline = false;
    const { capabilities } = await aMisskeyConnector(standIn).readFacts(never);
    expect(capabilities.activities).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'activities', why: 'right' });
  });
});

describe('reports on Misskey', () => {
  it('lists every open report once over several pages, also when some are closed in between', async () => {
    const standIn = await aMisskey();
    const ids = Array.from({ length: 120 }, () => standIn.addReport());
    const connector = aMisskeyConnector(standIn);
    const first = await connector.listOpenReports(null, never);
    // The newest ones go; with pages counted from the start others would slip through.
    for (const { remoteId } of first.items.slice(0, 30)) standIn.closeByColleague(remoteId);
    const rest = await readAll((cursor) => connector.listOpenReports(cursor ?? first.next, never));
    expect([...first.items, ...rest.items].map(({ remoteId }) => remoteId).sort()).toEqual(ids.sort());
  });

  it('reads reports of every state upwards, and the last minutes again next time', async () => {
    const standIn = await aMisskey({ startsAt: Date.now() - 3 * hour });
    const { world } = standIn.server;
    const old = Array.from({ length: 70 }, () => standIn.addReport());
    standIn.closeByColleague(old[3]!);
    world.clock = Date.now() - 60_000;
    const recent = standIn.addReport();
    const connector = aMisskeyConnector(standIn);
    const { items, last } = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(items.map(({ remoteId }) => remoteId)).toEqual([...old, recent]);
    expect(items[3]).toMatchObject({ state: 'resolved', resolvedBy: 'ines', assignedTo: null });
    // One whose identifier was made before the last one's, and which was written only now.
    const target = world.addUser('late');
    const late = world.addReport(standIn.reporter.id, target.id, 'late', { createdAt: Date.now() - 2 * 60_000 });
    const { resume } = last as { resume?: string | null };
    const again = await readAll((cursor) => connector.listNewReports(cursor ?? resume ?? null, never));
    expect(again.items.map(({ remoteId }) => remoteId)).toEqual([late.id, recent]);
  });

  it('does not read the notes of what was closed before Hearth came, and of everything else', async () => {
    const standIn = await aMisskey();
    const [open = '', closed = ''] = [standIn.addReport(), standIn.addReport()];
    standIn.closeByColleague(closed);
    const connector = aMisskeyConnector(standIn);
    const first = await readAll((cursor) => connector.listNewReports(cursor, never));
    expect(first.items.map(({ remoteId, posts }) => [remoteId, posts.length])).toEqual([
      [open, 1],
      [closed, 0],
    ]);
    const { resume } = first.last as { resume?: string | null };
    const again = await connector.listNewReports(resume ?? null, never);
    expect(again.items.map(({ posts }) => posts.length)).toEqual([1, 1]);
  });

  it('keeps the notes that the comment links to as evidence, of this server alone and not without end', async () => {
    const standIn = await aMisskey();
    const { world, origin } = standIn.server;
    const target = world.addUser('loud', { host: 'elsewhere.example' });
    const notes = Array.from({ length: 7 }, (_, at) => world.addNote(target.id, `number ${at}`));
    const links = notes.map(({ id }) => `Local Note: ${origin}/notes/${id}`).join('\n');
    const foreign = `https://elsewhere.example/notes/${notes[0]!.id}`;
    const { id } = world.addReport(standIn.reporter.id, target.id, `${foreign}\n${links}`);
    const report = await aMisskeyConnector(standIn).readReport(id, never);
    expect(report).toMatchObject({
      state: 'open',
      category: 'other',
      target: { handle: 'loud@elsewhere.example', server: 'elsewhere.example' },
      reporter: { handle: 'rosa' },
    });
    expect(report?.posts.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((at) => `number ${at}`));
    expect(report?.posts[0]?.author).toEqual(report?.target);
  });

  it('changes the version with state, resolver, finding, account and notes, and with nothing else', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    const id = standIn.addReport();
    const report = world.report(id)!;
    const connector = aMisskeyConnector(standIn);
    const versions: string[] = [];
    const read = async () => versions.push((await connector.readReport(id, never))?.version ?? 'gone');
    await read();
    world.addNote(report.targetUserId, 'something else');
    await read();
    expect(versions[0]).toBe(versions[1]);
    world.user(report.targetUserId)!.isSuspended = true;
    await read();
    world.deleteNote(world.notes[0]!.id);
    await read();
    world.resolve(report, standIn.colleague.id, 'reject');
    await read();
    world.resolve(report, standIn.colleague.id, 'accept');
    await read();
    world.resolve(report, standIn.moderator.id, 'accept');
    await read();
    expect(new Set(versions).size).toBe(versions.length - 1);
  });

  it('finds one report among many by its identifier, and believes that it is gone only when it is', async () => {
    const standIn = await aMisskey();
    const ids = Array.from({ length: 12 }, () => standIn.addReport());
    const connector = aMisskeyConnector(standIn);
    for (const id of [ids[0]!, ids[5]!, ids[11]!]) {
      expect((await connector.readReport(id, never))?.remoteId).toBe(id);
    }
    standIn.server.faults.add({ kind: 'shortened-list', match: 'abuse-user-reports', times: 1 });
    expect((await connector.readReport(ids[7]!, never))?.remoteId).toBe(ids[7]);
    standIn.vanish(ids[7]!);
    expect(await connector.readReport(ids[7]!, never)).toBeNull();
  });

  it('reads a report although one of its notes can’t be put together, and not when the server is away', async () => {
    const standIn = await aMisskey();
    const id = standIn.addReport();
    const connector = aMisskeyConnector(standIn);
    standIn.server.faults.add({ kind: 'server-error', status: 500, match: 'notes/show', times: 1 });
    expect((await connector.readReport(id, never))?.posts).toHaveLength(1);
    standIn.server.faults.add({ kind: 'server-error', status: 500, match: 'notes/show', times: 2 });
    expect((await connector.readReport(id, never))?.posts).toHaveLength(0);
    standIn.server.faults.add({ kind: 'reset-before', match: 'notes/show', times: 1 });
    await expect(connector.readReport(id, never)).rejects.toMatchObject({ code: 'offline', mayHaveArrived: false });
  });

  it('asks for a note once however many reports are about it, and anew in the next reading', async () => {
    const standIn = await aMisskey();
    const { world, calls } = standIn.server;
    const id = standIn.addReport();
    const { targetUserId, comment } = world.report(id)!;
    for (let more = 0; more < 5; more += 1) world.addReport(standIn.colleague.id, targetUserId, comment);
    const connector = aMisskeyConnector(standIn);
    await connector.listOpenReports(null, never);
    const asked = () => calls.filter(({ endpoint }) => endpoint === 'notes/show').length;
    expect(asked()).toBe(1);
    world.notes[0]!.text = 'edited';
    const { items } = await connector.listOpenReports(null, never);
    expect(asked()).toBe(2);
    expect(new Set(items.map(({ posts }) => posts[0]?.text))).toEqual(new Set(['edited']));
  });

  it('shows the conversation around a note, oldest first', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    const author = world.addUser('talker');
    const root = world.addNote(author.id, 'root');
    const middle = world.addNote(author.id, 'middle', { replyId: root.id });
    const subject = world.addNote(author.id, 'subject', { replyId: middle.id });
    for (let at = 0; at < 8; at += 1) world.addNote(author.id, `answer ${at}`, { replyId: subject.id });
    const thread = await aMisskeyConnector(standIn).readThread(subject.id, never);
    expect(thread.map(({ text }) => text)).toEqual([
      'root',
      'middle',
      ...[0, 1, 2, 3, 4, 5].map((at) => `answer ${at}`),
    ]);
    expect(await aMisskeyConnector(standIn).readThread('0gone', never)).toEqual([]);
  });

  it('reads accounts also when they are suspended, and knows who is gone', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    const user = world.addUser('someone', { isSuspended: true, isSilenced: true });
    const connector = aMisskeyConnector(standIn);
    expect(await connector.readAccount(user.id, never)).toMatchObject({
      handle: 'someone',
      state: 'suspended',
      profileText: 'I am someone.\nPronouns: they/them',
      url: `${standIn.server.origin}/@someone`,
    });
    expect(await connector.readAccount(standIn.colleague.id, never)).toMatchObject({ isStaff: true });
    world.deleteUser(user.id);
    expect(await connector.readAccount(user.id, never)).toBeNull();
  });
});

describe('acting on Misskey', () => {
  it.each([
    [true, 'accept'],
    [false, 'reject'],
    [null, null],
  ] as const)('tells the finding %s as %s, and does it over when asked again', async (upheld, resolvedAs) => {
    const standIn = await aMisskey();
    const id = standIn.addReport();
    standIn.closeByColleague(id);
    const connector = aMisskeyConnector(standIn);
    await connector.perform(aMisskeyCall({ kind: 'report.resolve', targetRemoteId: id, upheld }), never);
    expect(standIn.server.world.report(id)).toMatchObject({ resolved: true, resolvedAs });
    expect(await connector.readReport(id, never)).toMatchObject({ resolvedBy: 'morgan' });
    expect(standIn.server.world.report(id)?.forwarded).toBe(false);
  });

  it('works with servers from before reports had a finding', async () => {
    const standIn = await aMisskey({ vintage: '2024.8' });
    const id = standIn.addReport();
    const connector = aMisskeyConnector(standIn);
    await connector.perform(aMisskeyCall({ kind: 'report.resolve', targetRemoteId: id, upheld: true }), never);
    expect(await connector.readReport(id, never)).toMatchObject({ state: 'resolved', forwarded: false });
  });

  it('suspends, silences where it can, and takes both back', async () => {
    const standIn = await aMisskey({ software: 'sharkey' });
    const { world } = standIn.server;
    const user = world.addUser('someone');
    const connector = aMisskeyConnector(standIn);
    const states: (string | undefined)[] = [];
    for (const kind of [
      'account.silence',
      'account.suspend',
      'account.undo-suspend',
      'account.undo-silence',
    ] as const) {
      await connector.perform(aMisskeyCall({ kind, targetRemoteId: user.id }), never);
      states.push((await connector.readAccount(user.id, never))?.state);
    }
    expect(states).toEqual(['silenced', 'suspended', 'silenced', 'active']);
  });

  it('deletes a note for good', async () => {
    const standIn = await aMisskey();
    const id = standIn.addReport();
    const connector = aMisskeyConnector(standIn);
    const noteId = (await connector.readReport(id, never))?.posts[0]?.remoteId ?? '';
    await connector.perform(aMisskeyCall({ kind: 'post.remove', targetRemoteId: noteId }), never);
    expect((await connector.readReport(id, never))?.posts).toEqual([]);
    await expect(
      connector.perform(aMisskeyCall({ kind: 'post.remove', targetRemoteId: noteId }), never),
    ).rejects.toMatchObject({ code: 'not-found', reason: 'NO_SUCH_NOTE', mayHaveArrived: false });
  });

  it.each<ActionKind>([
    'report.assign',
    'report.reopen',
    'account.warn',
    'account.sensitive',
    'account.disable',
    'account.silence',
    'post.restore',
  ])('refuses %s before anything leaves', async (kind) => {
    const standIn = await aMisskey();
    const call = aMisskeyCall({ kind, targetRemoteId: standIn.addReport() });
    await expect(aMisskeyConnector(standIn).perform(call, never)).rejects.toMatchObject({
      code: 'refused',
      mayHaveArrived: false,
    });
    expect(standIn.server.requests).toEqual([]);
  });

  it('takes the refusal to suspend a moderator for one, though it comes as a fault of the server', async () => {
    const standIn = await aMisskey();
    const call = aMisskeyCall({ kind: 'account.suspend', targetRemoteId: standIn.colleague.id });
    await expect(aMisskeyConnector(standIn).perform(call, never)).rejects.toMatchObject({
      code: 'refused',
      status: 500,
      mayHaveArrived: false,
    });
  });

  it('leaves it open what became of a call that ended in any other fault', async () => {
    const standIn = await aMisskey();
    const id = standIn.addReport();
    standIn.server.faults.add({ kind: 'server-error', status: 500, match: 'resolve', afterHandling: true, times: 1 });
    await expect(
      aMisskeyConnector(standIn).perform(aMisskeyCall({ kind: 'report.resolve', targetRemoteId: id }), never),
    ).rejects.toMatchObject({ code: 'server-error', mayHaveArrived: true });
    expect(standIn.carriedOut()).toEqual([{ kind: 'report.resolve', target: id }]);
  });
});

describe('limits', () => {
  it.each([
    ['misskey', {}, 60_000],
    ['sharkey', {}, 2_000],
    ['sharkey', { old: true }, 1_750],
  ] as const)('on %s %o are waited for as told, or a minute', async (software, how, wanted) => {
    const standIn = await aMisskey({ software });
    const hit = { endpoint: 'admin/abuse-user-reports', times: 1, resetMs: 1_750, ...how };
    standIn.server.limitHits.push(hit);
    const before = Date.now();
    const error = await aMisskeyConnector(standIn)
      .listOpenReports(null, never)
      .catch((thrown: unknown) => thrown);
    const after = Date.now();
    expect(error).toMatchObject({ code: 'rate-limited', status: 429, reason: 'RATE_LIMIT_EXCEEDED' });
    const { retryAt } = error as { retryAt: number };
    expect(retryAt).toBeGreaterThanOrEqual(before + wanted);
    expect(retryAt).toBeLessThanOrEqual(after + wanted);
    expect((await aMisskeyConnector(standIn).listOpenReports(null, never)).items).toEqual([]);
  });

  it('on deleting notes say nothing about the right to', async () => {
    const standIn = await aMisskey();
    standIn.server.limitHits.push({ endpoint: 'notes/delete', times: 1, resetMs: 1_000 });
    const { capabilities } = await aMisskeyConnector(standIn).readFacts(never);
    expect(capabilities).toMatchObject({ removePost: true, missingRights: [] });
  });
});

describe('engagement on Misskey', () => {
  it('reads charts as numbers by day, the server’s own members only', async () => {
    const standIn = await aMisskey();
    const to = Date.UTC(2026, 10, 20, 15);
    const measures = await aMisskeyConnector(standIn).readMeasures(to - 2 * day, to, never);
    const today = Date.UTC(2026, 10, 20);
    const of = (key: string) =>
      measures.filter((one) => one.key === key).map(({ periodStart, value }) => [periodStart, value]);
    const number = (at: number, of: number) => Math.floor(at / day) % of;
    expect(of('active_users')).toEqual([today, today - day, today - 2 * day].map((at) => [at, number(at, 10)]));
    expect(of('new_users')).toEqual([today, today - day, today - 2 * day].map((at) => [at, number(at, 4)]));
    expect(of('replies').map(([, value]) => value)).toEqual([5, 5, 5]);
    expect(new Set(measures.map(({ periodUnit }) => periodUnit))).toEqual(new Set(['day']));
  });

  it('reads who came back of those who joined on a day', async () => {
    const standIn = await aMisskey();
    const now = Date.now();
    const cohorts = await aMisskeyConnector(standIn).readCohorts(now - 10 * day, now, never);
    const start = (at: number) => Math.floor(at / day) * day;
    expect(cohorts).toHaveLength(1);
    expect(cohorts[0]).toMatchObject({ periodUnit: 'day', periodStart: start(now - 2 * day) });
    expect(cohorts[0]?.points.map(({ value, rate }) => [value, rate])).toEqual([
      [3, 0.75],
      [1, 0.25],
    ]);
  });

  it('lists notes of members upwards as posts and replies, without what was only passed on', async () => {
    const standIn = await aMisskey({ startsAt: Date.now() - 2 * hour });
    const { world } = standIn.server;
    const [member, other] = [world.addUser('member'), world.addUser('other', { isBot: true })];
    const stranger = world.addUser('stranger', { host: 'elsewhere.example' });
    const first = world.addNote(member.id, 'hello');
    const reply = world.addNote(other.id, 'welcome', { replyId: first.id });
    const quote = world.addNote(member.id, 'see', { renoteId: first.id });
    world.addNote(member.id, null, { renoteId: reply.id });
    world.addNote(stranger.id, 'from afar');
    world.addNote(member.id, 'for friends', { visibility: 'followers' });
    const connector = aMisskeyConnector(standIn);
    const page = await connector.listActivities!(null, never);
    expect(page.items.map(({ remoteId, kind, memberHandle }) => [remoteId, kind, memberHandle])).toEqual([
      [first.id, 'posted', 'member'],
      [reply.id, 'replied', 'other'],
      [quote.id, 'posted', 'member'],
    ]);
    expect(page.items[1]).toMatchObject({ parentRemoteId: first.id, targetHandle: 'member', isBot: true });
    const end = await connector.listActivities!(page.next, never);
    expect(end).toMatchObject({ items: [], next: null });
    const later = world.addNote(member.id, 'later');
    const resumed = await connector.listActivities!(end.resume, never);
    expect(resumed.items.map(({ remoteId }) => remoteId)).toEqual([later.id]);
  });
});
