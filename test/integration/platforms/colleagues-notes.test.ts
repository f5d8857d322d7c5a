import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { anActionCall } from '../../builders/action-call.ts';
import { aDiscourse } from '../../builders/discourse.ts';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { aForum, aNodebbCall, connectTo } from '../../builders/nodebb.ts';
import { aCall, aConnector, anOpenReport, aPracticeServer, never } from '../../builders/practice.ts';
import type { NodebbVersion } from '../../stand-ins/nodebb/nodebb-world.ts';

const words = `Seen her "before" <twice>\n& spoke to her`;

describe.each<NodebbVersion>(['4.11', '4.15'])('notes of the team on a flag of NodeBB %s', (version) => {
  it('are read with who wrote them and when, apart from what reporters said', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const before = await connectTo(forum).readReport(id, never);
    forum.world.note(Number(id), forum.colleague.uid, words);
    forum.world.note(Number(id), forum.us.uid, 'Mine');
    const after = await connectTo(forum).readReport(id, never);
    const [first, second] = forum.world.flags.get(Number(id))?.notes ?? [];
    expect(after?.notes).toEqual([
      { remoteId: `${first?.at}-${forum.colleague.uid}`, author: 'gmod', text: words, writtenAt: first?.at },
      { remoteId: `${second?.at}-${forum.us.uid}`, author: 'admin', text: 'Mine', writtenAt: second?.at },
    ]);
    expect(after?.comment).toBe(before?.comment);
    expect(after?.version).toBe(before?.version);
    expect(after?.payloadHash).not.toBe(before?.payloadHash);
    expect(after?.updatedAt).toBe(second?.at);
  });

  it('are left by one call, which leaves the flag as it is', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const connector = connectTo(forum);
    const { capabilities } = await connector.readFacts(never);
    expect(capabilities.notes).toBe(true);
    await connector.perform(aNodebbCall('report.note', id, { text: words }), never);
    expect(forum.server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect(await connector.readReport(id, never)).toMatchObject({
      state: 'open',
      notes: [{ author: 'admin', text: words }],
    });
    // The forum itself keeps the same words by the same person once.
    await connector.perform(aNodebbCall('report.note', id, { text: words }), never);
    expect((await connector.readReport(id, never))?.notes).toHaveLength(1);
  });

  it('are for the team: a member is told which right is missing', async () => {
    const forum = await aForum(version);
    const { capabilities } = await connectTo(forum, forum.world.addUser('someone')).readFacts(never);
    expect(capabilities.notes).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'notes', why: 'right' });
  });
});

describe('notes of the team on a reviewable of Discourse', () => {
  const call = (id: string, text: string) =>
    anActionCall({ kind: 'report.note', targetRemoteId: id, reportRemoteId: id, text });

  it('are read from the list and from the item alike', async () => {
    const { site, connector } = await aDiscourse({ shape: 'claim' });
    const id = site.addReport();
    const before = await connector.readReport(id, never);
    const at = site.world.clock();
    site.found(id).notes.push({ id: 71, by: site.colleague.id, content: words, at });
    const single = await connector.readReport(id, never);
    expect(single?.notes).toEqual([{ remoteId: '71', author: 'ines', text: words, writtenAt: at }]);
    expect(single?.comment).toBe(before?.comment);
    expect(single?.version).toBe(before?.version);
    expect(single?.payloadHash).not.toBe(before?.payloadHash);
    expect((await connector.listOpenReports(null, never)).items[0]?.notes).toEqual(single?.notes);
  });

  it('are left by one call, on a closed item too', async () => {
    const { site, connector } = await aDiscourse({ shape: 'claim' });
    const id = site.addReport();
    expect((await connector.readFacts(never)).capabilities).toMatchObject({ notes: true, longestNote: 2000 });
    await connector.perform(call(id, words), never);
    site.closeByColleague(id);
    await connector.perform(call(id, 'After it was closed'), never);
    expect((await connector.readReport(id, never))?.notes.map(({ author, text }) => [author, text])).toEqual([
      ['morgan', words],
      ['morgan', 'After it was closed'],
    ]);
    expect(site.carriedOut().filter(({ kind }) => kind === 'report.note')).toHaveLength(2);
  });

  it('may not be longer than the site takes', async () => {
    const { site, connector } = await aDiscourse({ shape: 'claim' });
    const id = site.addReport();
    await expect(connector.perform(call(id, 'x'.repeat(2001)), never)).rejects.toMatchObject({
      code: 'refused',
      mayHaveArrived: false,
    });
  });

  it('are not there in old versions, and Hearth says so', async () => {
    const { site, connector } = await aDiscourse({ shape: 'user' });
    const id = site.addReport();
    const { capabilities } = await connector.readFacts(never);
    expect(capabilities.notes).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'notes', why: 'version' });
    expect((await connector.readReport(id, never))?.notes).toEqual([]);
    const refusal = connector.perform(call(id, words), never);
    await expect(refusal).rejects.toBeInstanceOf(PlatformError);
    await expect(refusal).rejects.toMatchObject({ mayHaveArrived: false });
  });
});

describe('notes elsewhere', () => {
  it('is the one text of the team on Misskey, by nobody in particular; none before 2024.10', async () => {
    const standIn = await aMisskey();
    const id = standIn.addReport();
    const report = standIn.server.world.report(id);
    if (!report) throw new RangeError('no such report');
    const before = await aMisskeyConnector(standIn).readReport(id, never);
    expect(before?.notes).toEqual([]);
    report.moderationNote = words;
    const after = await aMisskeyConnector(standIn).readReport(id, never);
    expect(after).toMatchObject({ notes: [{ remoteId: null, author: null, text: words, writtenAt: null }] });
    expect(after?.version).toBe(before?.version);
    expect(after?.payloadHash).not.toBe(before?.payloadHash);

    const old = await aMisskey({ vintage: '2024.8' });
    const oldId = old.addReport();
    expect((await aMisskeyConnector(old).readReport(oldId, never))?.notes).toEqual([]);
  });

  it('is what was said when closing on GoToSocial', async () => {
    const server = await aPracticeServer({ flavour: 'gotosocial' });
    const report = anOpenReport(server);
    const connector = aConnector(server);
    expect((await connector.readReport(report.id, never))?.notes).toEqual([]);
    await connector.perform(aCall(report, { text: 'Thank you' }), never);
    const closed = await connector.readReport(report.id, never);
    expect(closed?.notes).toEqual([
      { remoteId: null, author: 'morgan', text: 'Thank you', writtenAt: closed?.resolvedAt },
    ]);
    await expect(connector.perform(aCall(report, { kind: 'report.note' }), never)).rejects.toMatchObject({
      code: 'refused',
      mayHaveArrived: false,
    });
  });
});
