import { describe, expect, it, onTestFinished } from 'vitest';
import { connectWithPassword } from '../../../electron/data/communities/sign-in.ts';
import { detectPlatform } from '../../../electron/data/platforms/detect/detect-platform.ts';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { lemmy } from '../../../electron/data/platforms/lemmy/module.ts';
import { moduleOf } from '../../../electron/data/platforms/modules.ts';
import { syncOf } from '../../../electron/data/sync/sync-of.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { anOpenService, type RunningService } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aLemmy, type LemmyPlace } from '../../builders/lemmy.ts';
import { never } from '../../builders/practice.ts';
import { aStore } from '../../builders/store.ts';

function clientTo({ server }: LemmyPlace) {
  return createHttpClient({ address: server.origin, accessToken: null, budget: null, readRefusal: lemmy.readRefusal! });
}

describe.each(['v3', 'v4'] as const)('signing in at Lemmy, %s', (speaks) => {
  const signIn = (place: LemmyPlace, typed: Partial<{ userName: string; password: string; code: string }> = {}) =>
    lemmy.withPassword!(clientTo(place), { userName: 'morgan', password: 'right password', code: '', ...typed }, never);

  it('is offered by password first, and the server is known by what it says of itself', async () => {
    const place = await aLemmy(speaks);
    expect(moduleOf('lemmy')).toBe(lemmy);
    expect(lemmy.signIn).toEqual(['password', 'token']);
    expect(await detectPlatform(clientTo(place), never)).toMatchObject({ platform: 'lemmy', software: 'lemmy' });
  });

  it('turns name and password into a token that works', async () => {
    const place = await aLemmy(speaks);
    const { accessToken } = await signIn(place);
    expect(place.world.tokens.get(accessToken)).toBe(place.admin.id);
    const logins = place.server.requests.filter(({ path }) => path.endsWith('/login'));
    expect(logins.map(({ path }) => path)).toEqual([
      speaks === 'v3' ? '/api/v3/user/login' : '/api/v4/account/auth/login',
    ]);
  });

  it('says when the password is wrong, a code is needed or it is wrong', async () => {
    const place = await aLemmy(speaks, { register: null });
    place.world.addPerson('careful', { totp: '123456' });
    await expect(signIn(place, { password: 'x' })).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(signIn(place, { userName: 'careful' })).rejects.toMatchObject({
      code: 'unauthorized',
      reason: 'missing_totp_token',
    });
    await expect(signIn(place, { userName: 'careful', code: '000000' })).rejects.toMatchObject({
      code: 'unauthorized',
      reason: 'incorrect_totp_token',
    });
    expect((await signIn(place, { userName: 'careful', code: ' 123456 ' })).accessToken).toMatch(/^jwt/);
  });

  it('asks once and gives way when logging in is limited', async () => {
    const place = await aLemmy(speaks);
    for (let count = 0; count < 3; count += 1) await signIn(place);
    place.server.requests.length = 0;
    await expect(signIn(place)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(place.server.requests.filter(({ path }) => path.endsWith('/login'))).toHaveLength(1);
  });
});

describe.each(['v3', 'v4'] as const)('connecting a Lemmy server, %s', (speaks) => {
  const connect = (service: RunningService, place: LemmyPlace, typed: { userName: string; password: string }) =>
    service.call('communities.connectWithPassword', { address: place.server.origin, code: '', ...typed });

  it('is one call with the password, which stays in no table', async () => {
    const place = await aLemmy(speaks);
    const store = aStore();
    const typed = { userName: 'morgan', password: 'right password', code: '' };
    const context = aDataContext(store);
    onTestFinished(() => syncOf(context).stop());
    const community = await connectWithPassword(context, { address: place.server.origin, ...typed });
    expect(community).toMatchObject({ platform: 'lemmy', accountHandle: 'morgan', connection: 'connected' });
    expect(JSON.stringify(community)).not.toContain('jwt');
    const tables = store.read
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
      .all() as { name: string }[];
    const text = JSON.stringify(tables.flatMap(({ name }) => store.read.prepare(`SELECT * FROM "${name}"`).all()));
    expect(text).toContain('jwt-1-1');
    expect(text).not.toContain('right password');
    expect(place.server.requests.filter(({ path }) => path.endsWith('/login'))).toHaveLength(1);
  });

  it('says in the app’s words what keeps it from signing in', async () => {
    const place = await aLemmy(speaks);
    const service = await anOpenService({ keychain: aKeychain() });
    expect(await service.call('communities.detect', { address: place.server.origin })).toMatchObject({
      platform: 'lemmy',
      signIn: ['password', 'token'],
    });
    const code = (typed: { userName: string; password: string }) =>
      connect(service, place, typed).then(
        () => 'none',
        (error: { code: string }) => error.code,
      );
    expect(await code({ userName: 'morgan', password: 'wrong' })).toBe('unauthorized');
    expect(await code({ userName: 'bruno', password: 'right password' })).toBe('forbidden');
    expect(await code({ userName: 'morgan', password: 'wrong' })).toBe('unauthorized');
    expect(await code({ userName: 'morgan', password: 'right password' })).toBe('rate-limited');
    expect(await service.call('communities.list', undefined)).toEqual([]);
  });
});
