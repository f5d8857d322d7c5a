import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConnectionAttempt } from '../../../shared/ipc/topics/communities.ts';
import { aDataService, anOpenService, type RunningService } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aPracticeServer } from '../../builders/practice.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error as { code?: string }).code,
  );

/** Generous: the machine may be busy with something else. Nothing waits this long when all is well. */
const patience = { timeout: 30_000 };

async function waitingAt(service: RunningService, address: string) {
  const attempt = await service.call('communities.connect', { address });
  if (attempt.state !== 'waiting-for-browser') throw new Error(attempt.state);
  return attempt;
}
const stateOf = (service: RunningService, attemptId: string): Promise<ConnectionAttempt> =>
  service.call('communities.connectState', { attemptId });

describe('connecting a server', () => {
  test('through the browser: the address is shown, the browser comes back, rules and capabilities are read', async () => {
    const server = await aPracticeServer({ grantsByItself: true });
    const service = await anOpenService({ keychain: aKeychain() });
    const attempt = await waitingAt(service, server.origin);
    expect(new URL(attempt.address).origin).toBe(server.origin);
    expect(new URL(attempt.address).searchParams.get('code_challenge_method')).toBe('S256');
    const page = await fetch(attempt.address);
    expect(page.status).toBe(200);
    await expect.poll(async () => (await stateOf(service, attempt.attemptId)).state, patience).toBe('connected');
    const [community] = await service.call('communities.list', undefined);
    expect(community).toMatchObject({
      platform: 'mastodon',
      connection: 'connected',
      baseUrl: server.origin,
      holdsPersonalData: true,
    });
    expect(community?.capabilities).toMatchObject({ reports: true, resolve: true });
    expect(JSON.stringify(community)).not.toContain('token');
    expect(await service.call('audit.verify', undefined)).toMatchObject({ intact: true, events: 1 });
  });

  test('can be given up, ends with the vault, and fails at once where there is no such server', async () => {
    const server = await aPracticeServer({});
    const service = await anOpenService({ keychain: aKeychain() });
    const attempt = await waitingAt(service, server.origin);
    await service.call('communities.cancelConnect', { attemptId: attempt.attemptId });
    await expect
      .poll(() => stateOf(service, attempt.attemptId), patience)
      .toEqual({ state: 'failed', code: 'cancelled' });
    await waitingAt(service, server.origin);
    await service.vault['vault.lock'](undefined);
    await service.vault['vault.unlock']({});
    expect(await service.call('communities.list', undefined)).toEqual([]);
    expect(await refusal(service.call('communities.connectState', { attemptId: attempt.attemptId }))).toBe('not-found');
    expect(await refusal(service.call('communities.connect', { address: 'javascript:alert(1)' }))).toBe('bad-address');
    expect(await refusal(service.call('communities.connect', { address: 'http://not-this-computer.example' }))).toBe(
      'bad-address',
    );
    expect(await refusal(service.call('communities.connect', { address: 'http://127.0.0.1:1' }))).toBe('offline');
  });

  test('with a token; a second time refreshes the first instead of making another', async () => {
    const server = await aPracticeServer({});
    const service = await anOpenService({ keychain: aKeychain() });
    expect(
      await refusal(service.call('communities.connectWithToken', { address: server.origin, token: 'wrong' })),
    ).toBe('unauthorized');
    const first = await service.call('communities.connectWithToken', {
      address: server.origin,
      token: server.issueToken(),
    });
    const second = await service.call('communities.connectWithToken', {
      address: server.origin,
      token: server.issueToken(),
    });
    expect(second.id).toBe(first.id);
    expect(await service.call('communities.list', undefined)).toHaveLength(1);
  });

  test('writes nothing when the server answers nonsense', async () => {
    const nonsense = createServer((_request, response) => response.end('<html>welcome to our network</html>'));
    await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void nonsense.close());
    const service = await anOpenService({ keychain: aKeychain() });
    const address = `http://127.0.0.1:${(nonsense.address() as AddressInfo).port}`;
    expect(await refusal(service.call('communities.connectWithToken', { address, token: 'token' }))).not.toBe('none');
    expect(await service.call('communities.list', undefined)).toEqual([]);
  });
});

describe('a connected community', () => {
  async function synced() {
    const server = await aPracticeServer({});
    const service = await anOpenService({ keychain: aKeychain() });
    const { id } = await service.call('communities.connectWithToken', {
      address: server.origin,
      token: server.issueToken(),
    });
    await service.call('sync.start', {});
    await expect.poll(async () => (await service.call('sync.status', undefined)).lastSyncAt, patience).not.toBeNull();
    return { server, service, id };
  }
  const page = { filter: { view: 'all' } } as const;

  test('is disconnected on both sides, and keeps its cases', async () => {
    const { service, id } = await synced();
    const before = await service.call('queue.page', page);
    await service.call('communities.disconnect', { communityId: id });
    expect((await service.call('communities.list', undefined))[0]).toMatchObject({ connection: 'disconnected' });
    expect((await service.call('queue.page', page)).total).toBe(before.total);
    expect(before.total).toBeGreaterThan(0);
  });

  test('is erased with everything that belongs to it; the log keeps that it happened and stays whole', async () => {
    const { service, id } = await synced();
    const [row] = (await service.call('queue.page', page)).rows;
    await service.call('case.addNote', {
      caseId: row?.caseId ?? 0,
      about: 'case',
      audience: 'team',
      kind: 'note',
      body: 'findable',
    } as never);
    await service.call('communities.erase', { communityId: id, confirm: 'erase' });
    expect(await service.call('communities.list', undefined)).toEqual([]);
    expect((await service.call('queue.page', page)).total).toBe(0);
    const found = await service.call('search.find', { query: 'findable', kinds: [], communityIds: [], limit: 50 });
    expect(found.hits).toEqual([]);
    expect(await service.call('audit.verify', undefined)).toMatchObject({ intact: true });
    const file = join(aTempFolder(), 'audit.ndjson');
    await service.call('audit.export', { file });
    const events = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; sequence: number });
    expect(events.at(-1)).toMatchObject({ kind: 'community.erased', sequence: events.length });
  });

  test('refuses a time zone nobody knows, and another one once activities were counted by the first', async () => {
    const service = await anOpenService({ keychain: aKeychain() });
    const create = { name: 'Files', timeZone: 'Europe/Berlin', holdsPersonalData: true };
    expect(await refusal(service.call('communities.createForImport', { ...create, timeZone: 'Mars/Base' }))).toBe(
      'time-zone-unknown',
    );
    const { id } = await service.call('communities.createForImport', create);
    expect(
      await service.call('communities.update', { communityId: id, timeZone: 'Asia/Tokyo', name: 'New' }),
    ).toMatchObject({ timeZone: 'Asia/Tokyo', name: 'New' });
    expect(await refusal(service.call('communities.update', { communityId: 99, name: 'x' }))).toBe('not-found');
  });
});

describe('the practice community', () => {
  test('starts, is connected like any other, comes back with the vault, and stops', async () => {
    const keychain = aKeychain();
    const service = await anOpenService({ keychain, background: true });
    const started = await service.call('practice.start', undefined);
    expect(started).toMatchObject({ running: true, communityId: expect.any(Number) });
    const [community] = await service.call('communities.list', undefined);
    expect(community).toMatchObject({ platform: 'practice', connection: 'connected', holdsPersonalData: false });
    await service.close();
    const again = aDataService({ directory: service.directory, keychain, background: true });
    await again.openUnasked();
    await expect.poll(async () => (await again.call('practice.state', undefined)).running, patience).toBe(true);
    expect((await again.call('practice.start', undefined)).communityId).toBe(started.communityId);
    expect(await again.call('communities.list', undefined)).toHaveLength(1);
    expect(await again.call('practice.setFault', { fault: 'rate-limit' })).toMatchObject({ fault: 'rate-limit' });
    expect(await again.call('practice.stop', undefined)).toMatchObject({ running: false, fault: 'none' });
    expect(await refusal(again.call('practice.setFault', { fault: 'latency' }))).toBe('not-found');
  });
});
