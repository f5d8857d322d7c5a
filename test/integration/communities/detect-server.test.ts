import { describe, expect, onTestFinished, test } from 'vitest';
import { withPatience } from '../../../electron/data/communities/patience.ts';
import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import { anOpenService } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aPracticeServer } from '../../builders/practice.ts';
import { StandInServer } from '../../stand-ins/stand-in-server.ts';

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

async function aServer(answer: (path: string) => Answer): Promise<StandInServer> {
  const server = new StandInServer(({ path }) => answer(path));
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

describe('asking a server what it is', () => {
  test('names platform, software, version and the ways to sign in', async () => {
    const server = await aPracticeServer({ flavour: 'gotosocial' });
    const service = await anOpenService({ keychain: aKeychain() });
    expect(await service.call('communities.detect', { address: `${server.origin}/about` })).toEqual({
      address: server.origin,
      platform: 'mastodon',
      software: 'gotosocial',
      version: '0.20.0+git-57cb4fe',
      signIn: ['browser', 'token'],
      tokenNeedsName: false,
    });
  });

  test('says why an address is none', async () => {
    const service = await anOpenService({ keychain: aKeychain() });
    const detail = async (address: string) => errorOf(service.call('communities.detect', { address }));
    expect(await detail('http://community.example')).toMatchObject({
      code: 'bad-address',
      detail: { why: 'plain-http' },
    });
    expect(await detail('two words')).toMatchObject({ code: 'bad-address', detail: { why: 'not-an-address' } });
  });

  test('says that nothing known answers, and that nobody does', async () => {
    const service = await anOpenService({ keychain: aKeychain() });
    const shop = await aServer(() => ({ status: 200, text: { type: 'text/html', body: '<!doctype html>' } }));
    expect(await errorOf(service.call('communities.detect', { address: shop.origin }))).toMatchObject({
      code: 'not-supported',
    });
    await shop.stop();
    expect(await errorOf(service.call('communities.detect', { address: shop.origin }))).toMatchObject({
      code: 'offline',
    });
  });

  test('ends when told to, and when another server is asked', async () => {
    const service = await anOpenService({ keychain: aKeychain() });
    const silent = await aServer(() => ({ status: 404 }));
    silent.faults.add({ kind: 'hang' });
    const first = errorOf(service.call('communities.detect', { address: silent.origin }));
    await expect.poll(() => silent.requests.length).toBe(1);
    await service.call('communities.cancelDetect', undefined);
    expect(await first).toMatchObject({ code: 'cancelled' });
    const second = errorOf(service.call('communities.detect', { address: silent.origin }));
    const practice = await aPracticeServer();
    expect(await service.call('communities.detect', { address: practice.origin })).toMatchObject({
      platform: 'mastodon',
    });
    expect(await second).toMatchObject({ code: 'cancelled' });
  });
});

describe('a token that can’t be one', () => {
  test('is named as the field that is wrong, before anything is asked', async () => {
    const server = await aPracticeServer();
    const service = await anOpenService({ keychain: aKeychain() });
    const typed = { address: server.origin, token: 'two words' };
    expect(await errorOf(service.call('communities.connectWithToken', typed))).toMatchObject({
      code: 'invalid-input',
      detail: { field: 'token' },
    });
    expect(server.books.requests).toEqual([]);
  });
});

describe('patience', () => {
  const abortable = (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    });

  test('ends in a timeout, or in what the person chose', async () => {
    expect(await errorOf(withPatience(abortable, { ms: 1 }))).toMatchObject({ code: 'timeout' });
    const cancel = new AbortController();
    const ended = errorOf(withPatience(abortable, { cancel: cancel.signal }));
    cancel.abort();
    expect(await ended).toMatchObject({ code: 'cancelled' });
  });
});

describe('an address that sends on to another host', () => {
  test('is told apart from one where nothing known runs', async () => {
    const service = await anOpenService({ keychain: aKeychain() });
    const moved = await aServer((path) => ({ status: 302, headers: { location: `http://127.0.0.1:9${path}` } }));
    expect(await errorOf(service.call('communities.detect', { address: moved.origin }))).toMatchObject({
      code: 'captive',
      reason: 'redirect',
    });
  });
});
