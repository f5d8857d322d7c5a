import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { createMatrixConnector } from '../../../electron/data/platforms/matrix/matrix-connector.ts';
import { lacksPath, readRefusal } from '../../../electron/data/platforms/matrix/read-refusal.ts';
import { readUsers } from '../../../electron/data/platforms/matrix/user-list.ts';
import { withPassword } from '../../../electron/data/platforms/matrix/with-password.ts';
import type { PlatformConnector, PlatformError } from '../../../electron/data/platforms/platform.ts';
import { aSynapse } from '../../builders/matrix.ts';
import { never } from '../../builders/practice.ts';
import { unrecognized } from '../../stand-ins/matrix/synapse-answers.ts';
import { StandInServer } from '../../stand-ins/stand-in-server.ts';

/** Answers of real servers, Synapse 1.160.0 and, named old, 1.67.0, sent again as they came. */

interface Recorded {
  readonly label: string;
  readonly request: { readonly method: string; readonly path: string };
  readonly response: { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };
}

const folder = new URL('../../fixtures/synapse/', import.meta.url).pathname;
const recorded = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded)
    .map((one) => [one.label, one] as const),
);

function answerOf(label: string): Recorded {
  const found = recorded.get(label);
  if (!found) throw new RangeError(`no recorded answer ${label}`);
  return found;
}

/** A server that gives these answers to the very requests they were recorded for; everybody else is somebody ordinary. */
async function replay(labels: readonly string[]): Promise<{ origin: string; connector: PlatformConnector }> {
  const known = new Map(labels.map(answerOf).map(({ request, response }) => [key(request), response]));
  const ownServer = labels.some((label) => label.startsWith('elsewhere')) ? 'localhost:18448' : 'hearth.test';
  const server = new StandInServer(({ method, path, query }) => {
    const response = known.get(key({ method, path: `${path}?${query}` }));
    if (response) return { status: response.status, headers: response.headers, json: response.body };
    if (path === '/_matrix/client/v3/account/whoami') return { status: 200, json: { user_id: `@admin:${ownServer}` } };
    if (`${method} ${path}` === 'GET /_matrix/client/v3/login') {
      return { status: 200, json: { flows: [{ type: 'm.login.password' }] } };
    }
    const name = /^\/_synapse\/admin\/v2\/users\/(.+)$/.exec(path)?.[1];
    if (name === undefined) return unrecognized;
    const somebody = answerOf('person-bot').response.body as object;
    return { status: 200, json: { ...somebody, user_type: null, name: decodeURIComponent(name) } };
  });
  await server.start();
  onTestFinished(() => server.stop());
  const { origin } = server;
  const http = createHttpClient({ address: origin, accessToken: 'token', budget: null, readRefusal });
  return { origin, connector: createMatrixConnector(http) };
}

/** Query and path however they were escaped. */
function key({ method, path }: Recorded['request']): string {
  const url = new URL(path, 'http://localhost');
  return `${method} ${decodeURIComponent(url.pathname)} ${[...url.searchParams].flat().join(' ')}`;
}

async function reportOf(kind: string, around: readonly string[] = []) {
  const { connector } = await replay([`${kind}-report`, `${kind}-now`, ...around]);
  const { id, received_ts } = answerOf(`${kind}-report`).response.body as { id: number; received_ts: number };
  return { connector, report: await connector.readReport(`event:${id}@${received_ts}`, never) };
}

describe('reports of a running Synapse 1.160', () => {
  it('say what an edited message says now, and what it first said', async () => {
    const { report } = await reportOf('edited');
    expect(report?.posts).toMatchObject([{ text: 'second words\n\nfirst words', editedAt: expect.any(Number) }]);
    expect(report?.posts[0]?.isTakenDown).toBeUndefined();
  });

  it('keep the words of a redacted message until the server has thrown them away', async () => {
    expect((await reportOf('redacted')).report?.posts).toMatchObject([{ text: 'soon redacted', isTakenDown: true }]);
    expect((await reportOf('erased')).report?.posts).toMatchObject([{ text: '', isTakenDown: true }]);
  });

  it('are read alike from 1.67, which shows the new words of an edit elsewhere', async () => {
    expect((await reportOf('old-edited')).report?.posts).toMatchObject([
      { text: 'second words\n\nfirst words', editedAt: 1_795_674_553_696 },
    ]);
    expect((await reportOf('old-redacted')).report?.posts).toMatchObject([
      { text: 'soon redacted', isTakenDown: true },
    ]);
  });

  it('are read in a room whose id names no server', async () => {
    const { connector, report } = await reportOf('room-12', ['room-12-around']);
    expect(report?.posts[0]?.remoteId).toMatch(/^![^:]+\/\$[^:]+$/);
    const around = await connector.readThread(report?.posts[0]?.remoteId ?? '', never);
    const numbers = [0, 1, 2, 3, 4];
    expect(around.map(({ text }) => text)).toEqual([
      ...numbers.map((n) => `before ${n}`),
      ...numbers.map((n) => `after ${n}`),
    ]);
  });

  it('say on which server their author is', async () => {
    const { report } = await reportOf('elsewhere');
    expect(report?.target).toMatchObject({ remoteId: '@faraway:localhost:18449', server: 'localhost:18449' });
    expect(report?.reporter).toMatchObject({ remoteId: '@alba:localhost:18448', server: null });
  });

  it('are gone with their message', async () => {
    const { connector } = await replay(['purged-message-report']);
    const number = /\d+$/.exec(answerOf('purged-message-report').request.path)?.[0];
    expect(await connector.readReport(`event:${number}@1795671748822`, never)).toBeNull();
  });
});

describe('people of a running Synapse 1.160', () => {
  it.each([
    ['locked', { state: 'disabled' }],
    ['suspended', { state: 'suspended' }],
    ['shadow', { state: 'silenced' }],
    ['erased', { state: 'disabled', displayName: 'erased' }],
    ['bot', { state: 'active', isBot: true }],
  ])('are read as they stand: %s', async (who, expected) => {
    const { connector } = await replay([`person-${who}`]);
    expect(await connector.readAccount(`@${who}:hearth.test`, never)).toMatchObject(expected);
  });
});

describe('people of a running Synapse 1.67, which writes yes as 1', () => {
  it.each([
    ['gone', { state: 'disabled', isStaff: false }],
    ['shadow', { state: 'silenced', isStaff: false }],
    ['admin', { state: 'active', isStaff: true }],
  ])('are read as they stand: %s', async (who, expected) => {
    const { connector } = await replay([`old-person-${who}`]);
    expect(await connector.readAccount(`@${who}:hearth.test`, never)).toMatchObject(expected);
  });

  it('are told from those who left', async () => {
    const { origin } = await replay(['old-people']);
    const http = createHttpClient({ address: origin, accessToken: 'token', budget: null, readRefusal });
    const { rows } = await readUsers(http, 0, 500, never);
    const left = rows.filter(({ isDeactivated }) => isDeactivated).map(({ userId }) => userId);
    expect(left.sort()).toEqual(['@erased:hearth.test', '@gone:hearth.test']);
  });

  it('can be reported, which nobody can read', async () => {
    const { origin } = await replay(['old-user-reports']);
    const http = createHttpClient({ address: origin, accessToken: 'token', budget: null, readRefusal });
    const { path } = answerOf('old-user-reports').request;
    const refused = http.send({ method: 'GET', path, signal: never }).catch((error: unknown) => error);
    expect(lacksPath(await refused)).toBe(true);
  });
});

describe('refusals of a running Synapse 1.160', () => {
  const signIn = async (label: string): Promise<PlatformError> => {
    const { origin } = await replay([label]);
    return await withPassword({ origin }, { userName: 'anna', password: 'wrong', code: '' }, never).then(
      () => expect.unreachable('was let in'),
      (error: unknown) => error as PlatformError,
    );
  };

  it.each([
    ['login-of-locked', 'unauthorized', 'M_USER_LOCKED'],
    ['login-refused', 'unauthorized', 'M_FORBIDDEN'],
    ['login-too-often', 'rate-limited', 'M_LIMIT_EXCEEDED'],
  ])('are understood when signing in: %s', async (label, code, reason) => {
    expect(await signIn(label)).toMatchObject({ code, reason, mayHaveArrived: false });
  });

  it('say when to come back', async () => {
    const { retryAt } = await signIn('login-too-often');
    expect(retryAt).toBeGreaterThan(Date.now() + 200_000);
  });

  it('end the sign-in of somebody who was locked', async () => {
    const { connector } = await replay(['asked-by-locked']);
    await expect(connector.readFacts(never)).rejects.toMatchObject({ code: 'unauthorized', reason: 'M_USER_LOCKED' });
  });
});

describe('the stand-in for Synapse', () => {
  /** A stand-in where the recorded requests mean the same. */
  async function alike() {
    const server = await aSynapse();
    const { world } = server;
    world.passwords.set(world.addUser('locked', { locked: true }).name, 'right');
    world.tokens.set('locked', '@locked:localhost');
    const other = world.addRoom('Other');
    const event = world.say([...world.rooms.values()][0]!, '@alba:localhost', 'first words');
    const report = world.reportEvent(event, '@alba:localhost', 1_795_363_205_000, 'please look');
    const ask = async (path: string, json?: object, token = 'admin') => {
      const answer = await fetch(`${server.origin}${path}`, {
        method: json ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(json && { body: JSON.stringify(json) }),
      });
      return { status: answer.status, body: (await answer.json()) as object };
    };
    const context = (room: string, id: string) =>
      ask(`/_synapse/admin/v1/rooms/${encodeURIComponent(room)}/context/${encodeURIComponent(id)}?limit=0`);
    return { world, event, report, other, ask, context };
  }

  const realOf = (label: string) => {
    const { status, body } = answerOf(label).response;
    return { status, body };
  };
  const login = (password: string) => ({ identifier: { user: 'locked' }, password });

  it('refuses word by word what Synapse refuses', async () => {
    const { event, report, other, ask, context } = await alike();
    expect(await ask('/_matrix/client/v3/login', login('right'))).toEqual(realOf('login-of-locked'));
    expect(await ask('/_matrix/client/v3/login', login('wrong'))).toEqual(realOf('login-refused'));
    const whoami = '/_matrix/client/v3/account/whoami';
    expect(await ask(whoami, undefined, 'locked')).toEqual(realOf('asked-by-locked'));
    const elsewhere = `/_synapse/admin/v2/users/${encodeURIComponent('@far:elsewhere.test')}`;
    expect(await ask(elsewhere)).toEqual(realOf('person-elsewhere'));
    expect(await context(other.room_id, event.event_id)).toEqual(realOf('message-of-another-room'));
    event.purged = true;
    expect(await context(event.room_id, event.event_id)).toEqual(realOf('purged-message-now'));
    expect(await ask(`/_synapse/admin/v1/event_reports/${report.id}`)).toEqual(realOf('purged-message-report'));
  });

  it('shows a message that was edited or redacted where Synapse shows it', async () => {
    const { world, event, report, ask, context } = await alike();
    const detail = async () => (await ask(`/_synapse/admin/v1/event_reports/${report.id}`)).body;
    const now = async () => (await context(event.room_id, event.event_id)).body;
    const real = (label: string) => answerOf(label).response.body;
    world.edit(event, 'second words');
    expect(sayings(await detail())).toEqual(sayings(real('edited-report')));
    expect(sayings(await now())).toEqual(sayings(real('edited-now')));
    event.content = { msgtype: 'm.text', body: 'soon redacted' };
    event.redacted = true;
    expect(sayings(await detail())).toEqual(sayings(real('redacted-report')));
    expect(sayings(await now())).toEqual(sayings(real('redacted-now')));
    world.throwAwayRedacted();
    expect(sayings(await detail())).toEqual(sayings(real('erased-report')));
    expect(sayings(await now())).toEqual(sayings(real('erased-now')));
  });
});

interface Told {
  readonly content?: { readonly body?: string };
  readonly unsigned?: { readonly 'm.relations'?: { readonly 'm.replace'?: Told }; readonly redacted_because?: object };
}

/** What an answer says of the message it is about: its words, those of its edit, and whether it was redacted. */
function sayings(answer: unknown): object {
  const { event, event_json } = answer as { event?: Told; event_json?: Told };
  const { content, unsigned } = event ?? event_json ?? {};
  const edit = unsigned?.['m.relations']?.['m.replace'];
  return {
    content,
    edit: edit?.content?.body,
    isRedacted: unsigned?.redacted_because !== undefined,
    isWhole: event !== undefined,
  };
}
