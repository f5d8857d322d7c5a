import { describe, expect, it } from 'vitest';
import { startMiAuth } from '../../../electron/data/platforms/misskey/miauth.ts';
import type { LoopbackPageWords } from '../../../electron/data/platforms/oauth/loopback-page.ts';
import { signInThroughBrowser } from '../../../electron/data/platforms/oauth/sign-in.ts';
import { anOpenService } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { never } from '../../builders/practice.ts';
import { allPermissions } from '../../stand-ins/misskey/misskey-stand-in.ts';

const words: LoopbackPageWords = {
  language: 'en',
  direction: 'ltr',
  signedInTitle: 'IN',
  signedInText: 'yes',
  notSignedInTitle: 'OUT',
  notSignedInText: 'no',
};
const patience = { timeout: 30_000 };

describe('signing in by MiAuth', () => {
  it.each(['misskey', 'sharkey'] as const)(
    'asks %s for the least that works, and ends with a token',
    async (software) => {
      const standIn = await aMisskey({ software });
      let shown = new URL('http://x');
      const credentials = await signInThroughBrowser({
        serverAddress: standIn.server.origin,
        start: startMiAuth,
        openInBrowser: async (address) => {
          shown = new URL(address);
          expect((await fetch(standIn.server.allow(address, standIn.moderator.id))).status).toBe(200);
        },
        words,
        signal: never,
      });
      const permissions = shown.searchParams.get('permission')?.split(',') ?? [];
      const wanted = allPermissions.filter((one) => software === 'sharkey' || !one.includes('silence'));
      expect([...permissions].sort()).toEqual([...wanted].sort());
      expect(shown.searchParams.get('name')).toBe('Hearth');
      expect(credentials).toMatchObject({ kind: 'oauth', clientId: null, scopes: permissions.join(' ') });
      const { capabilities } = await aMisskeyConnector(standIn, credentials.accessToken).readFacts(never);
      expect(capabilities).toMatchObject({ resolve: true, missingRights: [] });
    },
  );

  it('turns visits with another session or state away, and takes no token that somebody else fetched', async () => {
    const standIn = await aMisskey();
    const signIn = signInThroughBrowser({
      serverAddress: standIn.server.origin,
      start: startMiAuth,
      openInBrowser: async (address) => {
        const callback = new URL(new URL(address).searchParams.get('callback') ?? '');
        expect((await fetch(`${callback.origin}${callback.pathname}?session=guessed`)).status).toBe(404);
        const back = standIn.server.allow(address, standIn.moderator.id);
        for (const token of standIn.server.world.tokens) token.fetched = true;
        await fetch(back);
      },
      words,
      signal: never,
    });
    await expect(signIn).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is what the app does for such a server, from the address to the connected community', async () => {
    const standIn = await aMisskey();
    const service = await anOpenService({ keychain: aKeychain() });
    const { origin } = standIn.server;
    expect(await service.call('communities.detect', { address: origin })).toMatchObject({
      platform: 'misskey',
      signIn: ['browser', 'token'],
    });
    const attempt = await service.call('communities.connect', { address: origin });
    if (attempt.state !== 'waiting-for-browser') throw new Error(attempt.state);
    await fetch(standIn.server.allow(attempt.address, standIn.moderator.id));
    const state = async () => (await service.call('communities.connectState', { attemptId: attempt.attemptId })).state;
    await expect.poll(state, patience).toBe('connected');
    const [community] = await service.call('communities.list', undefined);
    expect(community).toMatchObject({ platform: 'misskey', accountHandle: 'morgan', baseUrl: origin });
  });

  it('is connected with a token as well', async () => {
    const standIn = await aMisskey({ software: 'sharkey' });
    const service = await anOpenService({ keychain: aKeychain() });
    const { origin } = standIn.server;
    const { accessToken } = standIn.credentials;
    expect(await service.call('communities.connectWithToken', { address: origin, token: accessToken })).toMatchObject({
      platform: 'misskey',
      capabilities: { software: 'sharkey', personEffects: ['none', 'silence', 'suspend'] },
    });
  });
});
