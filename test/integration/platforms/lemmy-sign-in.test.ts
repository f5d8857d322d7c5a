import { describe, expect, it } from 'vitest';
import { detectPlatform } from '../../../electron/data/platforms/detect/detect-platform.ts';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { lemmy } from '../../../electron/data/platforms/lemmy/module.ts';
import { moduleOf } from '../../../electron/data/platforms/modules.ts';
import { aLemmy, type LemmyPlace } from '../../builders/lemmy.ts';
import { never } from '../../builders/practice.ts';

function clientTo({ server }: LemmyPlace) {
  return createHttpClient({ origin: server.origin, accessToken: null, budget: null, readRefusal: lemmy.readRefusal! });
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
