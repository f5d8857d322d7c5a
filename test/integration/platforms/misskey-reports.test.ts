import { describe, expect, it } from 'vitest';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { never, readAll } from '../../builders/practice.ts';

const hour = 60 * 60_000;

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

  it.each(['misskey', 'sharkey'] as const)(
    'leaves out notes that it may not see, never empties them: %s',
    async (software) => {
      const standIn = await aMisskey({ software });
      const { world, origin } = standIn.server;
      const author = world.addUser('quiet');
      const seen = world.addNote(author.id, 'for all');
      const friends = world.addNote(author.id, 'for friends', { visibility: 'followers' });
      const one = world.addNote(author.id, 'for one', { visibility: 'specified' });
      const links = [seen, friends, one].map(({ id }) => `Note: ${origin}/notes/${id}`).join('\n');
      const { id } = world.addReport(standIn.reporter.id, author.id, links);
      const connector = aMisskeyConnector(standIn);
      const texts = async () => (await connector.readReport(id, never))?.posts.map(({ text }) => text);
      expect(await texts()).toEqual(['for all']);
      seen.isHidden = true;
      expect(await texts()).toEqual([]);
    },
  );

  it('shows nothing empty around a note', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    const author = world.addUser('talker');
    const root = world.addNote(author.id, 'for friends', { visibility: 'followers' });
    const subject = world.addNote(author.id, 'subject', { replyId: root.id });
    world.addNote(author.id, 'hidden', { replyId: subject.id, isHidden: true });
    world.addNote(author.id, 'answer', { replyId: subject.id });
    const thread = await aMisskeyConnector(standIn).readThread(subject.id, never);
    expect(thread.map(({ text }) => text)).toEqual(['answer']);
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
