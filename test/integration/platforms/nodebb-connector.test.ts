import { describe, expect, it } from 'vitest';
import { aForum, aNodebbConnector, connectTo } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import type { NodebbVersion } from '../../stand-ins/nodebb/nodebb-world.ts';

const ids = (items: readonly { readonly remoteId: string }[]) => items.map(({ remoteId }) => remoteId);

describe.each<NodebbVersion>(['4.11', '4.15'])('what NodeBB offers, %s', (version) => {
  it('offers an administrator everything that can be taken back', async () => {
    const forum = await aForum(version);
    expect(await connectTo(forum).readFacts(never)).toMatchObject({
      name: 'A forum',
      accountHandle: 'admin',
      accountRemoteId: String(forum.us.uid),
      capabilities: {
        software: 'nodebb',
        version: version === '4.11' ? '4.11.2' : '4.15.1',
        reports: true,
        assign: true,
        personEffects: ['none', 'silence', 'suspend'],
        undoEffects: ['silence', 'suspend'],
        irreversible: [],
        measures: true,
        missingRights: [],
      },
    });
  });

  it('tells a global moderator what is missing by default', async () => {
    const forum = await aForum(version);
    const { capabilities } = await connectTo(forum, forum.colleague).readFacts(never);
    expect(capabilities).toMatchObject({ reports: true, personEffects: ['none', 'suspend'], measures: false });
    expect(capabilities.missingRights).toEqual(['mute', 'admin:dashboard']);
    expect(capabilities.absences).toContainEqual({ ability: 'silence', why: 'right' });
    expect(capabilities.absences).toContainEqual({ ability: 'warn', why: 'platform' });
  });

  it('shows a category moderator the flags of their categories alone', async () => {
    const forum = await aForum(version);
    const moderator = forum.world.addUser('cmod', 'category-moderator');
    const seen = [forum.addReport(), forum.addReport(), forum.addReport()];
    const connector = connectTo(forum, moderator);
    expect((await connector.readFacts(never)).capabilities).toMatchObject({ reports: true, personEffects: ['none'] });
    // The second is about an account.
    expect(ids((await connector.listOpenReports(null, never)).items)).toEqual([seen[0], seen[2]]);
    expect(await connector.readReport(seen[1] ?? '', never)).toBeNull();
  });

  it('offers a member nothing, and takes no flag for gone that they may not see', async () => {
    const forum = await aForum(version);
    const member = forum.world.addUser('plain');
    const id = forum.addReport();
    const connector = connectTo(forum, member);
    const { capabilities } = await connector.readFacts(never);
    expect(capabilities).toMatchObject({
      reports: false,
      resolve: false,
      personEffects: ['none'],
      removePost: false,
    });
    await expect(connector.readReport(id, never)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(connector.listNewReports(null, never)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes nothing for gone or read when the token is worth nothing any more', async () => {
    const forum = await aForum(version);
    const id = forum.addReport();
    const connector = connectTo(forum);
    forum.revokeToken();
    await expect(connector.readReport(id, never)).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(connector.listActivities!(null, never)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('refuses the master token and says which it is', async () => {
    const forum = await aForum(version);
    forum.world.tokens.set('master', 0);
    await expect(aNodebbConnector(forum.server.origin, 'master').readFacts(never)).rejects.toMatchObject({
      code: 'refused',
      reason: 'master-token-no-uid',
    });
  });
});

describe.each<NodebbVersion>(['4.11', '4.15'])('NodeBB through the outbox, %s', (version) => {
  it('bans, whether or not that closes the flag by itself, and asks nobody about it', async () => {
    const forum = await aForum(version);
    const reports = [forum.addReport(), forum.addReport()];
    const connector = connectTo(forum);
    const { capabilities, accountHandle } = await connector.readFacts(never);
    const desk = new SyncDesk({ connector, capabilities, handle: accountHandle, platform: 'nodebb' });
    await desk.pull();
    for (const row of desk.openCases()) desk.decide(row, { personEffect: 'suspend' });
    desk.advance(60_000);
    await desk.push();
    const actions = desk.context.write.prepare('SELECT kind, state FROM actions ORDER BY id').all();
    const applied = ['account.suspend', 'report.resolve'].map((kind) => ({ kind, state: 'applied' }));
    expect(actions).toEqual([...applied, ...applied]);
    expect(forum.openReports()).toEqual([]);
    // The one about the account was closed by the ban, and not called for a second time.
    expect(forum.carriedOut().filter(({ kind }) => kind === 'report.resolve')).toEqual([
      { kind: 'report.resolve', target: reports[0] },
    ]);
  });
});
