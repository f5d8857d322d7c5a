import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { anActionCall } from '../../builders/action-call.ts';
import { aClientAnswering, aMatrixConnector, aSynapse } from '../../builders/matrix.ts';
import { never } from '../../builders/practice.ts';
import type { SynapseServer } from '../../stand-ins/matrix/synapse-server.ts';

const writes = (server: SynapseServer) => server.requests.filter(({ method }) => method !== 'GET');

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
    const after = Date.now();
    // Counted from the moment of the answer, which came between the two.
    expect((refused as PlatformError).retryAt).toBeGreaterThanOrEqual(before + 4777);
    expect((refused as PlatformError).retryAt).toBeLessThanOrEqual(after + 4777);
  });
});
