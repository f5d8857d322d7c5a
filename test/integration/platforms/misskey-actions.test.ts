import { describe, expect, it } from 'vitest';
import type { ActionKind } from '../../../shared/domain/action.ts';
import { anActionCall } from '../../builders/action-call.ts';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { never } from '../../builders/practice.ts';

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
    await connector.perform(anActionCall({ kind: 'report.resolve', targetRemoteId: id, upheld }), never);
    expect(standIn.server.world.report(id)).toMatchObject({ resolved: true, resolvedAs });
    expect(await connector.readReport(id, never)).toMatchObject({ resolvedBy: 'morgan' });
    expect(standIn.server.world.report(id)?.forwarded).toBe(false);
  });

  it('works with servers from before reports had a finding', async () => {
    const standIn = await aMisskey({ vintage: '2024.8' });
    const id = standIn.addReport();
    const connector = aMisskeyConnector(standIn);
    await connector.perform(anActionCall({ kind: 'report.resolve', targetRemoteId: id, upheld: true }), never);
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
      await connector.perform(anActionCall({ kind, targetRemoteId: user.id }), never);
      states.push((await connector.readAccount(user.id, never))?.state);
    }
    expect(states).toEqual(['silenced', 'suspended', 'silenced', 'active']);
  });

  it('deletes a note for good', async () => {
    const standIn = await aMisskey();
    const id = standIn.addReport();
    const connector = aMisskeyConnector(standIn);
    const noteId = (await connector.readReport(id, never))?.posts[0]?.remoteId ?? '';
    await connector.perform(anActionCall({ kind: 'post.remove', targetRemoteId: noteId }), never);
    expect((await connector.readReport(id, never))?.posts).toEqual([]);
    await expect(
      connector.perform(anActionCall({ kind: 'post.remove', targetRemoteId: noteId }), never),
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
    const call = anActionCall({ kind, targetRemoteId: standIn.addReport() });
    await expect(aMisskeyConnector(standIn).perform(call, never)).rejects.toMatchObject({
      code: 'refused',
      mayHaveArrived: false,
    });
    expect(standIn.server.requests).toEqual([]);
  });

  it('takes the refusal to suspend a moderator for one, though it comes as a fault of the server', async () => {
    const standIn = await aMisskey();
    const call = anActionCall({ kind: 'account.suspend', targetRemoteId: standIn.colleague.id });
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
      aMisskeyConnector(standIn).perform(anActionCall({ kind: 'report.resolve', targetRemoteId: id }), never),
    ).rejects.toMatchObject({ code: 'server-error', mayHaveArrived: true });
    expect(standIn.carriedOut()).toEqual([{ kind: 'report.resolve', target: id }]);
  });
});
