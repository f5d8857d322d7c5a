import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../../shared/ipc/contract.ts';
import { type NodebbStandIn, nodebbStandIn } from '../../stand-ins/nodebb/nodebb-stand-in.ts';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

const theirs = 'I have spoken to them';
const mine = 'Then I leave it to you';

describe('notes for colleagues on the command line', () => {
  let line: CommandLine;
  let forum: NodebbStandIn;
  let flagId: number;
  beforeAll(async () => {
    line = aCommandLine();
    forum = await nodebbStandIn('4.15');
    flagId = Number(forum.addReport());
    forum.world.note(flagId, forum.colleague.uid, theirs);
    await line.run(['connect', forum.server.origin], { HEARTH_TOKEN: forum.credentials.accessToken });
    await line.json('sync');
  });
  afterAll(async () => {
    line.remove();
    await forum.server.stop();
  });

  it('are shown with their report, covered until they are asked for', async () => {
    const covered = await line.run(['show', 'H-1']);
    expect(covered.out).toContain('gmod');
    expect(covered.out).not.toContain(theirs);
    expect((await line.run(['show', 'H-1', '--uncover'])).out).toContain(theirs);
  });

  it('stay here unless that is asked for, and are sent with everything else', async () => {
    await line.json('note', 'H-1', 'Only for us');
    await line.json('note', 'H-1', mine, '--colleagues');
    expect(await line.json<Output<'sync.status'>>('status')).toMatchObject({ notesWaiting: 1, decisionsWaiting: 0 });
    expect((await line.run(['status'])).out).toContain('1 note waiting');
    expect(await line.json<Output<'sync.status'>>('push')).toMatchObject({ notesWaiting: 0, notesNotSent: 0 });
    expect(forum.world.flags.get(flagId)?.notes.map(({ text }) => text)).toEqual([theirs, mine]);
  });
});
