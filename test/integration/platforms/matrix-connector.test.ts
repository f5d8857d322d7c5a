import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { abilities, type Capabilities } from '../../../shared/domain/community.ts';
import { anActionCall } from '../../builders/action-call.ts';
import { aClientAnswering, aMatrixConnector, aSynapse } from '../../builders/matrix.ts';
import { never, readAll } from '../../builders/practice.ts';
import type { SynapseServer } from '../../stand-ins/matrix/synapse-server.ts';
import type { SynapseEvent } from '../../stand-ins/matrix/synapse-world.ts';

const start = 1_795_363_205_000;

/** A message by somebody new in the first room, reported by the member alba. Answers its report's id as Hearth names it. */
function reported(server: SynapseServer, overrides: Partial<SynapseEvent> = {}, at = start): string {
  const { world } = server;
  const sender = overrides.sender ?? world.addUser(`somebody${world.users.size}`).name;
  const room = [...world.rooms.values()][0]!;
  const report = world.reportEvent(world.say(room, sender, 'Buy now', overrides), '@alba:localhost', at, 'please look');
  return `event:${report.id}@${at}`;
}

const open = (server: SynapseServer) =>
  readAll((cursor) => aMatrixConnector(server).listOpenReports(cursor, never)).then(({ items }) => items);

const writes = (server: SynapseServer) => server.requests.filter(({ method }) => method !== 'GET');

function offered(can: Capabilities): Record<string, boolean> {
  const effects = ['warn', 'sensitive', 'disable', 'silence', 'suspend'] as const;
  return {
    ...can,
    removePost: can.removePost === true,
    activities: can.activities === true,
    ...Object.fromEntries(effects.map((effect) => [effect, can.personEffects.includes(effect)])),
  } as unknown as Record<string, boolean>;
}

describe('what a Synapse offers', () => {
  it.each([
    ['an admin', {}, 'admin'],
    ['a member', {}, 'alba'],
    ['an admin behind a closed proxy', { adminReachable: false }, 'admin'],
  ] as const)('is explained ability by ability to %s', async (_who, options, token) => {
    const { capabilities } = await aMatrixConnector(await aSynapse(options), token).readFacts(never);
    const explained = (capabilities.absences ?? []).map(({ ability }) => ability);
    const has = offered(capabilities);
    expect([...explained].sort()).toEqual(abilities.filter((ability) => !has[ability]).toSorted());
  });

  it('is nothing to somebody who is no server admin, and names that right', async () => {
    const { capabilities } = await aMatrixConnector(await aSynapse(), 'alba').readFacts(never);
    expect(capabilities).toMatchObject({ reports: false, personEffects: ['none'], missingRights: ['server admin'] });
  });

  it('is out of reach behind a proxy that keeps the admin interface closed, which is said', async () => {
    const { capabilities } = await aMatrixConnector(await aSynapse({ adminReachable: false })).readFacts(never);
    expect(capabilities).toMatchObject({ reports: false, version: '', missingRights: ['/_synapse/admin'] });
  });
});

describe('reports of a Synapse', () => {
  it('are all listed, messages before people, and only messages before 1.152', async () => {
    for (const [version, kinds] of [
      ['1.160.0', ['event', 'user']],
      ['1.140.0', ['event']],
    ] as const) {
      const server = await aSynapse({ version });
      const ids = Array.from({ length: 130 }, (_, position) => reported(server, {}, start + position));
      server.world.reportUser('@alba:localhost', '@admin:localhost', start, 'rude');
      const items = await open(server);
      expect(items.filter(({ posts }) => posts.length === 1).map(({ remoteId }) => remoteId)).toEqual(
        expect.arrayContaining(ids),
      );
      expect([...new Set(items.map(({ remoteId }) => remoteId.split(':')[0]))]).toEqual(kinds);
    }
  });

  it('are not left out when others are deleted between two pages', async () => {
    const server = await aSynapse();
    const ids = Array.from({ length: 130 }, (_, position) => reported(server, {}, start + position));
    const connector = aMatrixConnector(server);
    const first = await connector.listOpenReports(null, never);
    server.world.eventReports = server.world.eventReports.slice(40);
    const rest = await readAll((cursor) => connector.listOpenReports(cursor ?? first.next, never));
    const seen = new Set([...first.items, ...rest.items].map(({ remoteId }) => remoteId));
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('are read on from where the last reading ended', async () => {
    const server = await aSynapse();
    const hour = 60 * 60_000;
    for (let serial = 0; serial < 60; serial += 1) reported(server, {}, start + serial * hour);
    const connector = aMatrixConnector(server);
    let resume: string | null = null;
    await readAll(async (cursor) => {
      const page = await connector.listNewReports(cursor, never);
      resume = page.resume;
      return page;
    });
    const news = reported(server, {}, start + 61 * hour);
    const asked = server.requests.length;
    const { items } = await readAll((cursor) => connector.listNewReports(cursor ?? resume, never));
    expect(items.map(({ remoteId }) => remoteId)).toContain(news);
    expect(items.length).toBeLessThan(4);
    expect(server.requests.length - asked).toBeLessThan(10);
  });

  it('are each given once, also when more than a page of them comes within a minute', async () => {
    const server = await aSynapse();
    const ids = Array.from({ length: 130 }, (_, position) => reported(server, {}, start + position * 10));
    const connector = aMatrixConnector(server);
    expect((await open(server)).map(({ remoteId }) => remoteId)).toEqual(ids);
    let resume: string | null = null;
    const { items } = await readAll(async (cursor) => {
      const page = await connector.listNewReports(cursor, never);
      resume = page.resume;
      return page;
    });
    expect(items.map(({ remoteId }) => remoteId)).toEqual(ids);
    // Written a little late: it carries a time before that of others.
    const late = reported(server, {}, start + 5);
    const { items: news } = await readAll((cursor) => connector.listNewReports(cursor ?? resume, never));
    expect(news.map(({ remoteId }) => remoteId)).toEqual([late]);
  });

  it('are two when one person reports a message twice', async () => {
    const server = await aSynapse();
    const first = reported(server);
    const event = server.world.events[0]!;
    const second = server.world.reportEvent(event, '@alba:localhost', start + 5, null);
    expect(await open(server)).toMatchObject([
      { remoteId: first, comment: 'please look' },
      { remoteId: `event:${second.id}@${start + 5}`, comment: '' },
    ]);
  });

  it('keep apart when a number is given out again after a restart', async () => {
    const server = await aSynapse();
    const old = reported(server);
    server.world.eventReports = [];
    server.world.restart();
    const other = reported(server, {}, start + 60_000);
    expect([old, other].map((id) => id.split('@')[0])).toEqual(['event:2', 'event:2']);
    const connector = aMatrixConnector(server);
    expect(await connector.readReport(old, never)).toBeNull();
    expect(await connector.readReport(other, never)).toMatchObject({ remoteId: other });
  });

  it('are gone with their room, and with their message', async () => {
    const server = await aSynapse();
    const id = reported(server);
    const connector = aMatrixConnector(server);
    server.world.events[0]!.purged = true;
    expect(await connector.listOpenReports(null, never)).toMatchObject({
      items: [],
      rejected: [{ position: 0, problem: 'sender: not an identifier' }],
    });
    expect(await connector.readReport(id, never)).toBeNull();
    server.world.events[0]!.purged = false;
    [...server.world.rooms.values()][0]!.purged = true;
    expect(await open(server)).toEqual([]);
    expect(await connector.readReport(id, never)).toBeNull();
  });

  it('are not taken for gone when a proxy answers', async () => {
    const server = await aSynapse({ adminReachable: false });
    await expect(aMatrixConnector(server).readReport('event:2@5', never)).rejects.toMatchObject({
      code: 'not-found',
      reason: null,
    });
  });

  it('change their version with the account they are about, and with nothing else', async () => {
    const server = await aSynapse();
    const id = reported(server);
    const connector = aMatrixConnector(server);
    const before = await connector.readReport(id, never);
    const user = server.world.users.get(before?.target.remoteId ?? '')!;
    user.last_seen_ts = start;
    expect(await connector.readReport(id, never)).toEqual(before);
    user.suspended = true;
    const after = await connector.readReport(id, never);
    expect(after?.target.state).toBe('suspended');
    expect(after?.version).not.toBe(before?.version);
  });
});

describe('messages as evidence', () => {
  async function post(content: Record<string, unknown>, type = 'm.room.message') {
    const server = await aSynapse();
    const report = await aMatrixConnector(server).readReport(reported(server, { content, type }), never);
    return { post: report?.posts[0], origin: server.origin };
  }
  const html = (formatted_body: string, body: string, more: object = {}) => ({
    msgtype: 'm.text',
    format: 'org.matrix.custom.html',
    formatted_body,
    body,
    ...more,
  });

  it.each([
    ['plain text', { msgtype: 'm.text', body: '<b>not bold</b>' }, '<b>not bold</b>'],
    ['HTML and Markdown that say the same', html('<strong>hi</strong> you', '**hi** you'), 'hi you'],
    ['HTML and text that differ', html('<em>worse</em>', 'harmless'), 'worse\n\nharmless'],
    [
      'an answer without the words of others',
      html('<mx-reply><blockquote>their words</blockquote></mx-reply>mine', '> <@x:y> their words\n\nmine', {
        'm.relates_to': { 'm.in_reply_to': { event_id: '$other' } },
      }),
      'mine',
    ],
    [
      'an edit with its new words',
      { msgtype: 'm.text', body: '* new', 'm.new_content': { msgtype: 'm.text', body: 'new' } },
      'new',
    ],
    ['nothing, once it was redacted', {}, ''],
  ])('are read as %s', async (_what, content, text) => {
    expect((await post(content)).post).toMatchObject({ text, visibility: null });
  });

  it('say that they are encrypted', async () => {
    const content = { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'AwgA' };
    expect((await post(content, 'm.room.encrypted')).post).toMatchObject({ text: '', visibility: 'encrypted' });
  });

  it('keep everything of a kind that nobody knows, and the sign of a reaction', async () => {
    expect((await post({ 'org.example': 1 }, 'org.example.new')).post?.text).toBe('{"org.example":1}');
    const reaction = { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$other', key: '🤮' } };
    expect((await post(reaction, 'm.reaction')).post?.text).toBe('🤮');
  });

  it('point to files without loading them, and name what they answer', async () => {
    const content = {
      msgtype: 'm.image',
      body: 'see this',
      filename: 'photo.jpg',
      url: 'mxc://elsewhere.example/AbC',
      info: { 'xyz.amorgan.blurhash': 'LEHV6n' },
      'm.relates_to': { 'm.in_reply_to': { event_id: '$other' } },
    };
    const { post: read, origin } = await post(content);
    const url = `${origin}/_matrix/client/v1/media/download/elsewhere.example/AbC`;
    expect(read).toMatchObject({
      text: 'see this',
      media: [{ kind: 'image', description: 'photo.jpg', url, blurhash: 'LEHV6n' }],
    });
    expect(read?.inReplyTo).toMatch(/^!.+:localhost\/\$other$/);
    expect(read?.url).toMatch(/^https:\/\/matrix\.to\/#\/!/);
  });

  it('are shown as people read them now, with what was first written', async () => {
    const server = await aSynapse();
    const { world } = server;
    const id = reported(server);
    const [written] = await open(server);
    const event = world.events[0]!;
    world.edit(event, 'Buy later');
    const edit = world.edit(event, 'I said nothing');
    const [read] = await open(server);
    expect(read).toMatchObject({
      remoteId: id,
      // An edit alone is no reason to look at a decision again.
      version: written?.version,
      posts: [{ text: 'I said nothing\n\nBuy now', editedAt: edit.origin_server_ts }],
    });
    expect(read?.payloadHash).not.toBe(written?.payloadHash);
    expect(await aMatrixConnector(server).readReport(id, never)).toEqual(read);
    edit.redacted = true;
    expect((await open(server))[0]?.posts[0]?.text).toBe('Buy later\n\nBuy now');
  });

  it('are marked when they were taken down, and keep their words for as long as the server does', async () => {
    const server = await aSynapse();
    const id = reported(server);
    const [up] = await open(server);
    expect(up?.posts[0]?.isTakenDown).toBeUndefined();
    server.world.events[0]!.redacted = true;
    const [down] = await open(server);
    expect(down).toMatchObject({ remoteId: id, posts: [{ text: 'Buy now', isTakenDown: true }] });
    expect(down?.version).not.toBe(up?.version);
    server.world.throwAwayRedacted();
    const [empty] = await open(server);
    expect(empty).toMatchObject({ version: down?.version, posts: [{ text: '', isTakenDown: true }] });
  });

  it('are read as they were written where the server fails over how they stand now', async () => {
    const server = await aSynapse();
    reported(server);
    server.answers.set('/context/', { status: 500, json: { errcode: 'M_UNKNOWN', error: 'Internal server error' } });
    expect((await open(server)).map(({ posts }) => posts[0]?.text)).toEqual(['Buy now']);
    server.answers.set('/context/', { status: 502, text: { type: 'text/html', body: '<h1>Bad gateway</h1>' } });
    await expect(open(server)).rejects.toMatchObject({ code: 'server-error' });
  });

  it('are asked about once, however many report the same one', async () => {
    const server = await aSynapse();
    reported(server);
    for (let n = 1; n < 9; n += 1) {
      server.world.reportEvent(server.world.events[0]!, '@alba:localhost', start + n, null);
    }
    expect(await open(server)).toHaveLength(9);
    expect(server.requests.filter(({ path }) => path.includes('/context/'))).toHaveLength(1);
  });

  it('show a few messages around, oldest first, and no changes of the room', async () => {
    const server = await aSynapse();
    const { world } = server;
    const room = [...world.rooms.values()][0]!;
    world.say(room, '@alba:localhost', 'before');
    world.say(room, '@alba:localhost', '', { type: 'm.room.member', content: { membership: 'join' } });
    const report = await aMatrixConnector(server).readReport(reported(server), never);
    world.say(room, '@alba:localhost', 'taken down', { redacted: true });
    world.say(room, '@far:elsewhere.example', 'after');
    const thread = await aMatrixConnector(server).readThread(report?.posts[0]?.remoteId ?? '', never);
    expect(thread.map(({ text, author }) => [text, author.server])).toEqual([
      ['before', null],
      ['after', 'elsewhere.example'],
    ]);
    expect(await aMatrixConnector(server).readThread(`${room.room_id}/$unknown`, never)).toEqual([]);
    expect(await aMatrixConnector(server).readThread(`!nowhere:localhost/${world.events[0]?.event_id}`, never)).toEqual(
      [],
    );
  });

  it('are read without the people of the room', async () => {
    const server = await aSynapse();
    const report = await aMatrixConnector(server).readReport(reported(server), never);
    await aMatrixConnector(server).readThread(report?.posts[0]?.remoteId ?? '', never);
    const asked = server.contexts;
    expect(asked).toHaveLength(2);
    for (const answer of asked) expect(answer).toMatchObject({ state: [] });
  });
});

describe('actions on a Synapse', () => {
  const act = (server: SynapseServer, kind: 'account.suspend' | 'account.disable', targetRemoteId: string) =>
    aMatrixConnector(server).perform(anActionCall({ kind, targetRemoteId, upheld: true }), never);

  it.each([
    ['account.suspend', 'account.undo-suspend', 'suspended'],
    ['account.disable', 'account.undo-disable', 'disabled'],
  ] as const)('%s and its undoing show on the account', async (kind, undo, state) => {
    const server = await aSynapse();
    const connector = aMatrixConnector(server);
    const targetRemoteId = '@alba:localhost';
    await connector.perform(anActionCall({ kind, targetRemoteId, upheld: true }), never);
    expect(await connector.readAccount(targetRemoteId, never)).toMatchObject({ state });
    await connector.perform(anActionCall({ kind: undo, targetRemoteId, upheld: true }), never);
    expect(await connector.readAccount(targetRemoteId, never)).toMatchObject({ state: 'active' });
    expect(writes(server)).toHaveLength(2);
  });

  it.each([
    ['somebody on another server', '@far:elsewhere.example', 'not_a_local_user'],
    ['the account that asks', '@admin:localhost', 'own_account'],
    ['an account that nobody has', '@nobody:localhost', 'M_NOT_FOUND'],
  ])('never reach %s', async (_whom, target, reason) => {
    const server = await aSynapse();
    await expect(act(server, 'account.disable', target)).rejects.toMatchObject({ reason, mayHaveArrived: false });
    expect(writes(server)).toEqual([]);
    expect(server.world.users.size).toBe(2);
  });

  it('do not suspend a locked account, which would not show', async () => {
    const server = await aSynapse();
    await act(server, 'account.disable', '@alba:localhost');
    await expect(act(server, 'account.suspend', '@alba:localhost')).rejects.toMatchObject({ reason: 'account_locked' });
  });

  it.each(['report.resolve', 'report.assign', 'account.silence', 'account.warn', 'post.remove'] as const)(
    'refuse %s before anything leaves',
    async (kind) => {
      const server = await aSynapse();
      const call = anActionCall({ kind, targetRemoteId: '@alba:localhost', upheld: true });
      await expect(aMatrixConnector(server).perform(call, never)).rejects.toBeInstanceOf(PlatformError);
      expect(server.requests).toEqual([]);
    },
  );

  it('may have arrived when the answer is lost', async () => {
    const server = await aSynapse();
    server.faults.add({ kind: 'reset-after', match: 'PUT ', times: 1 });
    await expect(act(server, 'account.suspend', '@alba:localhost')).rejects.toMatchObject({ mayHaveArrived: true });
    expect(server.carriedOut).toHaveLength(1);
  });
});

describe('members of a Synapse', () => {
  const noon = Date.UTC(2026, 10, 24, 12);
  const day = 24 * 60 * 60_000;

  it('are listed as they signed up, locked and closed ones too, and next time only the newer', async () => {
    const server = await aSynapse();
    const { world } = server;
    world.addUser('carmen', { creation_ts: noon / 1000, locked: true });
    world.addUser('bot', { creation_ts: noon / 1000 + 1, user_type: 'bot' });
    world.addUser('farid', { creation_ts: noon / 1000 + 3600, deactivated: true });
    const connector = aMatrixConnector(server);
    const first = await connector.listActivities!(null, never);
    expect(first.items.slice(-3)).toMatchObject([
      { kind: 'joined', memberRemoteId: '@carmen:localhost', at: noon, isBot: false, space: null },
      { memberRemoteId: '@bot:localhost', isBot: true },
      { memberRemoteId: '@farid:localhost', remoteId: 'joined:@farid:localhost' },
    ]);
    world.addUser('greta', { creation_ts: noon / 1000 + 7200 });
    const { items } = await connector.listActivities!(first.resume, never);
    expect(items.map(({ memberRemoteId }) => memberRemoteId)).toEqual(['@greta:localhost']);
  });

  it('are counted by day of joining, and sampled by when they were seen last', async () => {
    const server = await aSynapse();
    const { world } = server;
    for (const user of world.users.values()) user.creation_ts = noon / 1000 - 40 * 86_400;
    world.addUser('carmen', { creation_ts: noon / 1000 - 86_400, last_seen_ts: noon - 60_000 });
    world.addUser('dario', { creation_ts: noon / 1000 - 86_400, last_seen_ts: noon - 2 * day });
    world.addUser('bot', { creation_ts: noon / 1000 - 86_400, last_seen_ts: noon, user_type: 'bot' });
    const measures = await aMatrixConnector(server).readMeasures(noon - 2 * day, noon, never);
    const midnight = noon - day / 2;
    expect(measures).toEqual([
      ...[0, 2, 0].map((value, position) => ({
        key: 'new_users',
        dimension: '',
        periodStart: midnight - (2 - position) * day,
        periodUnit: 'day',
        value,
      })),
      { key: 'sampled.active_users', dimension: 'last-24-hours', periodStart: midnight, periodUnit: 'day', value: 1 },
      { key: 'sampled.members', dimension: '', periodStart: midnight, periodUnit: 'day', value: 4 },
      { key: 'sampled.rooms', dimension: '', periodStart: midnight, periodUnit: 'day', value: 1 },
    ]);
  });
});

describe('a Synapse under load', () => {
  it('is left alone for as long as it says', async () => {
    const http = await aClientAnswering(429, {
      errcode: 'M_LIMIT_EXCEEDED',
      error: 'Too Many Requests',
      retry_after_ms: 4777,
    });
    const before = Date.now();
    const refused: unknown = await http
      .send({ method: 'GET', path: '/', signal: never })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'rate-limited', reason: 'M_LIMIT_EXCEEDED', status: 429 });
    expect((refused as PlatformError).retryAt).toBeGreaterThanOrEqual(before + 4777);
    expect((refused as PlatformError).retryAt).toBeLessThan(before + 4777 + 60_000);
  });
});
