import { describe, expect, it } from 'vitest';
import type { PlatformConnector, RemoteActivity } from '../../../electron/data/platforms/platform.ts';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { never } from '../../builders/practice.ts';
import { allPermissions, type MisskeyStandIn } from '../../stand-ins/misskey/misskey-stand-in.ts';

const hour = 60 * 60_000;
const withoutAccounts = allPermissions.filter((one) => one !== 'read:admin:show-user');

/** A server whose people joined two hours ago, all of them known for good by now. */
const anOldMisskey = (): Promise<MisskeyStandIn> => aMisskey({ startsAt: Date.now() - 2 * hour });

interface Pass {
  readonly items: readonly RemoteActivity[];
  readonly resume: string | null;
}

/** Reads from a cursor to the end of the pass. `between` is told how many pages there were, after each. */
async function readPass(
  connector: PlatformConnector,
  cursor: string | null,
  between: (page: number) => void = () => undefined,
): Promise<Pass> {
  const items: RemoteActivity[] = [];
  let next = cursor;
  for (let page = 1; page < 50; page += 1) {
    const found = await connector.listActivities!(next, never);
    expect(found.rejected).toEqual([]);
    items.push(...found.items);
    between(page);
    if (found.next === null) return { items, resume: found.resume };
    expect(found.resume).toBe(found.next);
    next = found.next;
  }
  throw new RangeError('never comes to an end');
}

const joined = ({ items }: Pass): readonly string[] =>
  items.filter(({ kind }) => kind === 'joined').map(({ memberHandle }) => memberHandle);
const noted = ({ items }: Pass): readonly string[] =>
  items.filter(({ kind }) => kind !== 'joined').map(({ remoteId }) => remoteId);
const named = ({ server }: MisskeyStandIn): readonly string[] =>
  server.world.users.filter(({ username }) => username !== 'gone').map(({ username }) => username);
const addMany = ({ server }: MisskeyStandIn, count: number, name = 'member'): void => {
  for (let at = 0; at < count; at += 1) server.world.addUser(`${name}${at}`);
};
const callsTo = ({ server }: MisskeyStandIn, endpoint: string) =>
  server.calls.filter((call) => call.endpoint === endpoint).map(({ body }) => body);

describe('who joined Misskey', () => {
  it('is listed before what they wrote, oldest first, suspended ones and bots too, but no actor and nobody from elsewhere', async () => {
    const standIn = await anOldMisskey();
    const { world } = standIn.server;
    world.addUser('system.actor', { isBot: true });
    const suspended = world.addUser('suspended', { isSuspended: true });
    world.addUser('machine', { isBot: true });
    world.addUser('stranger', { host: 'elsewhere.example' });
    const note = world.addNote(suspended.id, 'hello');
    const pass = await readPass(aMisskeyConnector(standIn), null);
    expect(pass.items.map(({ kind, memberHandle, isBot }) => [kind, memberHandle, isBot])).toEqual([
      ['joined', 'morgan', false],
      ['joined', 'ines', false],
      ['joined', 'rosa', false],
      ['joined', 'suspended', false],
      ['joined', 'machine', true],
      ['posted', 'suspended', false],
    ]);
    expect(pass.items[3]).toEqual({
      accountEnd: { how: 'removed', at: null },
      remoteId: `joined:${suspended.id}`,
      kind: 'joined',
      memberRemoteId: suspended.id,
      memberHandle: 'suspended',
      at: suspended.createdAt,
      space: null,
      threadRemoteId: null,
      parentRemoteId: null,
      targetHandle: null,
      isBot: false,
    });
    expect(noted(pass)).toEqual([note.id]);
  });

  it.each([1, 60, 150, 240])('leaves nobody out when %i accounts are deleted between pages', async (count) => {
    const standIn = await anOldMisskey();
    const { world } = standIn.server;
    addMany(standIn, 350);
    const pass = await readPass(aMisskeyConnector(standIn), null, (page) => {
      if (page !== 3) return;
      for (const { id } of world.users.slice(3, 3 + count)) world.deleteUser(id);
    });
    expect(joined(pass)).toEqual(expect.arrayContaining([...named(standIn)]));
    expect(new Set(joined(pass)).size).toBe(joined(pass).length);
  });

  it('leaves nobody out when the last one that was read is deleted', async () => {
    const standIn = await anOldMisskey();
    addMany(standIn, 150);
    const pass = await readPass(aMisskeyConnector(standIn), null, (page) => {
      if (page === 1) standIn.server.world.deleteUser(standIn.server.world.users[99]!.id);
    });
    expect(joined(pass)).toEqual(expect.arrayContaining([...named(standIn)]));
  });

  it('is asked for from where a pass ended, with one request where nobody came', async () => {
    const standIn = await anOldMisskey();
    addMany(standIn, 250);
    const connector = aMisskeyConnector(standIn);
    const first = await readPass(connector, null);
    expect(joined(first)).toHaveLength(253);
    standIn.server.calls.length = 0;
    const second = await readPass(connector, first.resume);
    expect(second.items).toEqual([]);
    expect(callsTo(standIn, 'admin/show-users')).toEqual([
      { limit: 100, offset: 252, sort: '-createdAt', origin: 'local' },
    ]);
    standIn.server.world.addUser('newcomer');
    const third = await readPass(connector, second.resume);
    expect(joined(third)).toEqual(['newcomer']);
  });

  it('is found also when so many were deleted since that the list ends before the place', async () => {
    const standIn = await anOldMisskey();
    const { world } = standIn.server;
    addMany(standIn, 320);
    const connector = aMisskeyConnector(standIn);
    const first = await readPass(connector, null);
    for (const { id } of world.users.slice(3, 250)) world.deleteUser(id);
    const second = await readPass(connector, first.resume);
    expect(second.items).toEqual([]);
    // The way back is gone once.
    standIn.server.calls.length = 0;
    const third = await readPass(connector, second.resume);
    expect(callsTo(standIn, 'admin/show-users')).toHaveLength(1);
    for (const { id } of world.users.slice(3, 60)) world.deleteUser(id);
    addMany(standIn, 5, 'newcomer');
    const fourth = await readPass(connector, third.resume);
    expect(joined(fourth)).toEqual(['newcomer0', 'newcomer1', 'newcomer2', 'newcomer3', 'newcomer4']);
  });

  it('is found also when an account appears a moment after one with a greater identifier', async () => {
    const standIn = await anOldMisskey();
    const { world } = standIn.server;
    const before = Date.now() - 60_000;
    world.clock = before + 1_000;
    world.addUser('quick');
    const connector = aMisskeyConnector(standIn);
    const first = await readPass(connector, null);
    expect(joined(first)).toContain('quick');
    world.clock = before;
    world.addUser('slow');
    expect(joined(await readPass(connector, first.resume))).toEqual(['slow', 'quick']);
  });

  it('goes on where it stopped, also in the midst of it', async () => {
    const standIn = await anOldMisskey();
    addMany(standIn, 150);
    const page = await aMisskeyConnector(standIn).listActivities!(null, never);
    expect(page.items).toHaveLength(100);
    standIn.server.calls.length = 0;
    const rest = await readPass(aMisskeyConnector(standIn), page.resume);
    expect([...page.items.map(({ memberHandle }) => memberHandle), ...joined(rest)]).toEqual(named(standIn));
    expect(callsTo(standIn, 'admin/show-users')[0]).toMatchObject({ offset: 99 });
  });
});

describe('a cursor of an earlier version, of notes alone', () => {
  it('brings who joined, and goes on with the notes where it was', async () => {
    const standIn = await anOldMisskey();
    const { world } = standIn.server;
    const [old, known] = [world.addNote(standIn.reporter.id, 'old'), world.addNote(standIn.reporter.id, 'known')];
    const later = world.addNote(standIn.reporter.id, 'later');
    const pass = await readPass(aMisskeyConnector(standIn), `${known.id}.${old.id}.later`);
    expect(joined(pass)).toEqual(named(standIn));
    expect(noted(pass)).toEqual([later.id]);
    expect(callsTo(standIn, 'notes/local-timeline')[0]).toMatchObject({ sinceId: known.id });
  });
});

describe('a token that may not list accounts', () => {
  it('lists notes as before, pass after pass, and who joined as soon as it may, without the notes once more', async () => {
    const standIn = await anOldMisskey();
    const { world } = standIn.server;
    const { token } = world.addToken(standIn.moderator.id, withoutAccounts);
    const first = world.addNote(standIn.reporter.id, 'first');
    const one = await readPass(aMisskeyConnector(standIn, token), null);
    expect(one.items.map(({ remoteId }) => remoteId)).toEqual([first.id]);
    const second = world.addNote(standIn.reporter.id, 'second');
    const two = await readPass(aMisskeyConnector(standIn, token), one.resume);
    expect(two.items.map(({ remoteId }) => remoteId)).toEqual([second.id]);
    const three = await readPass(aMisskeyConnector(standIn), two.resume);
    expect(joined(three)).toEqual(named(standIn));
    expect(noted(three)).toEqual([]);
  });

  it('is told that it lacks the right, and nothing besides is missing', async () => {
    const standIn = await anOldMisskey();
    const { token } = standIn.server.world.addToken(standIn.moderator.id, withoutAccounts);
    const [lacking, full] = await Promise.all(
      [aMisskeyConnector(standIn, token), aMisskeyConnector(standIn)].map((one) => one.readFacts(never)),
    );
    expect(lacking!.capabilities).toEqual({ ...full!.capabilities, missingRights: ['read:admin:show-user'] });
    expect(full!.capabilities).toMatchObject({ activities: true, missingRights: [] });
  });

  it('does not hide that the server has trouble', async () => {
    const standIn = await anOldMisskey();
    standIn.server.limitHits.push({ endpoint: 'admin/show-users', times: 1, resetMs: 1_000 });
    const connector = aMisskeyConnector(standIn);
    await expect(connector.listActivities!(null, never)).rejects.toMatchObject({ code: 'rate-limited' });
  });
});

describe('a server whose timeline is switched off', () => {
  it('lists who joined alone, in every pass', async () => {
    const standIn = await anOldMisskey();
    const { server } = standIn;
    server.world.addNote(standIn.reporter.id, 'for nobody');
    server.hasTimeline = false;
    const connector = aMisskeyConnector(standIn);
    const first = await readPass(connector, null);
    expect(first.items.map(({ memberHandle }) => memberHandle)).toEqual(named(standIn));
    server.world.addUser('newcomer');
    const second = await readPass(connector, first.resume);
    expect(second.items.map(({ memberHandle }) => memberHandle)).toEqual(['newcomer']);
    // On again, it has the notes from where they were left: the beginning.
    server.hasTimeline = true;
    expect(noted(await readPass(connector, second.resume))).toHaveLength(1);
  });

  it('refuses where accounts are not listed either', async () => {
    const standIn = await anOldMisskey();
    standIn.server.hasTimeline = false;
    const { token } = standIn.server.world.addToken(standIn.moderator.id, withoutAccounts);
    const connector = aMisskeyConnector(standIn, token);
    await expect(connector.listActivities!(null, never)).rejects.toMatchObject({ reason: 'LTL_DISABLED' });
  });
});
