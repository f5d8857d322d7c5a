import { describe, expect, it, onTestFinished } from 'vitest';
import { readWalk, writeWalk } from '../../../electron/data/platforms/mastodon/activity-walk.ts';
import type { RemoteActivity } from '../../../electron/data/platforms/platform.ts';
import type { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import { connect } from '../../faults/every-platform/fault-bench.ts';
import { standIns } from '../../stand-ins/all.ts';

const never = new AbortController().signal;
const day = 86_400_000;

async function aServer(flavour: 'mastodon' | 'gotosocial') {
  const standIn = await standIns[flavour]!();
  onTestFinished(() => standIn.server.stop());
  const server = standIn.server as PracticeServer;
  const connector = connect(standIn);
  /** A whole pass from there. */
  const pass = async (from: string | null) => {
    const acts: RemoteActivity[] = [];
    let pages = 0;
    for (let cursor = from; ; ) {
      const page = await connector.listActivities!(cursor, never);
      pages += 1;
      acts.push(...page.items);
      expect(page.isBackwards).toBe(true);
      cursor = page.next;
      if (cursor === null) return { acts, pages, resume: page.resume };
    }
  };
  const { world } = server;
  const say = (username: string, at: number, inReplyTo: string | null = null) => {
    const about = { text: 'hello', spoiler: '', language: 'en', visibility: 'public', media: [] } as const;
    return world.addPost({ ...about, accountId: world.member(username).id, createdAt: at, inReplyTo }).id;
  };
  return { standIn, server, world, pass, say };
}

describe.each(['mastodon', 'gotosocial'] as const)('what members of %s do', (flavour) => {
  it('is who joined and what they wrote for anybody, and only the members of the server', async () => {
    const { world, pass, say } = await aServer(flavour);
    const asked = say('ines', Date.now() - 3 * day);
    const answer = say('tarek', Date.now() - 2 * day, asked);
    const { acts } = await pass(null);
    expect(acts.find(({ remoteId }) => remoteId === answer)).toMatchObject({
      kind: 'replied',
      memberHandle: 'tarek',
      parentRemoteId: asked,
      targetHandle: 'ines',
    });
    const local = world.state.accounts.filter(({ domain }) => domain === null);
    expect(acts.filter(({ kind }) => kind === 'joined')).toHaveLength(local.length);
    expect(acts.some(({ memberHandle }) => memberHandle.includes('@'))).toBe(false);
  });

  it('costs the next pass the list of members and those alone who wrote since, and leaves nothing out', async () => {
    const { server, pass, say } = await aServer(flavour);
    for (let back = 30; back > 10; back -= 1) say('ines', Date.now() - back * day);
    const first = await pass(null);
    const late = say('tarek', Date.now());
    const before = server.books.requests.length;
    const second = await pass(first.resume);
    expect(second.acts.map(({ remoteId }) => remoteId)).toContain(late);
    expect(second.pages).toBeLessThan(first.pages);
    expect(server.books.requests.length - before).toBe(second.pages);
  });

  it('does not lose what is written while a long pass goes on', async () => {
    const { world, say, standIn } = await aServer(flavour);
    const connector = connect(standIn);
    say('ines', Date.now() - day);
    let cursor: string | null = null;
    const seen = new Set<string>();
    const take = async () => {
      const page = await connector.listActivities!(cursor, never);
      for (const { remoteId } of page.items) seen.add(remoteId);
      cursor = page.next;
      return page.resume;
    };
    await take();
    // Everybody on the first page has been read or will be; this one was not among those who had written.
    const quiet = world.state.accounts.find((one) => one.domain === null && world.postsBy(one.id).length === 0);
    const late = say(quiet!.username, Date.now());
    let resume: string | null = null;
    while (cursor !== null) resume = await take();
    cursor = resume;
    do await take();
    while (cursor !== null);
    expect(seen).toContain(late);
  });

  it('passes over a member who was deleted meanwhile', async () => {
    const { server, pass, say } = await aServer(flavour);
    say('ines', Date.now() - day);
    server.faults.add({ kind: 'server-error', status: 404, match: '/statuses', times: 1 });
    const { acts } = await pass(null);
    expect(acts.length).toBeGreaterThan(0);
  });
});

describe('a place in a walk', () => {
  it('comes back as it was', () => {
    const walk = { since: 1, began: 2, members: '/api/v2/admin/accounts?max_id=3', waiting: ['4', '5'], older: null };
    expect(readWalk(writeWalk(walk))).toEqual(walk);
  });

  it.each(['{', '[]', '[1,2,3,4,5]', '["a",null,null,[],null]', '[1,null,null,[""],null]'])(
    'that can’t be read, %s, is the beginning',
    (cursor) => {
      expect(readWalk(cursor)).toEqual(readWalk(null));
    },
  );

  it('that leads elsewhere is refused before anything is asked', async () => {
    const { standIn, server } = await aServer('mastodon');
    const before = server.books.requests.length;
    const elsewhere = writeWalk({ since: null, began: 1, members: '/api/v1/other', waiting: [], older: null });
    await expect(connect(standIn).listActivities!(elsewhere, never)).rejects.toMatchObject({ code: 'malformed' });
    expect(server.books.requests.length).toBe(before);
  });
});
