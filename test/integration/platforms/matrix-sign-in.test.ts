import { describe, expect, it } from 'vitest';
import { withPassword } from '../../../electron/data/platforms/matrix/with-password.ts';
import { anOpenService } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aMatrixConnector, aSynapse } from '../../builders/matrix.ts';
import { never } from '../../builders/practice.ts';

const typed = { userName: 'admin', password: 'correct horse', code: '' };

describe('signing in at a Matrix server', () => {
  it('makes a device named Hearth and a token that works', async () => {
    const server = await aSynapse();
    server.world.passwords.set('@admin:localhost', typed.password);
    const { accessToken } = await withPassword(server, typed, never);
    expect(server.world.devices).toEqual(['Hearth']);
    const facts = await aMatrixConnector(server, accessToken).readFacts(never);
    expect(facts).toMatchObject({ accountHandle: '@admin:localhost', capabilities: { reports: true } });
  });

  it('tells a wrong password from a missing right', async () => {
    const server = await aSynapse();
    await expect(withPassword(server, typed, never)).rejects.toMatchObject({
      code: 'unauthorized',
      reason: 'M_FORBIDDEN',
    });
  });

  it('takes a name in capital letters, and says what is wrong with a locked account', async () => {
    const server = await aSynapse();
    server.world.passwords.set('@admin:localhost', typed.password);
    const inCapitals = await withPassword(server, { ...typed, userName: 'Admin' }, never);
    server.world.users.get('@admin:localhost')!.locked = true;
    const isLocked = { code: 'unauthorized', reason: 'M_USER_LOCKED', mayHaveArrived: false };
    await expect(withPassword(server, typed, never)).rejects.toMatchObject(isLocked);
    await expect(aMatrixConnector(server, inCapitals.accessToken).readFacts(never)).rejects.toMatchObject(isLocked);
  });

  it('sends no password where another service signs people in', async () => {
    const server = await aSynapse({ delegatesLogin: true });
    await expect(withPassword(server, typed, never)).rejects.toMatchObject({
      code: 'refused',
      reason: 'login_delegated',
    });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is found, offered by password or token, and connected', async () => {
    const server = await aSynapse();
    server.world.passwords.set('@admin:localhost', typed.password);
    const service = await anOpenService({ keychain: aKeychain() });
    const address = server.origin;
    expect(await service.call('communities.detect', { address })).toMatchObject({
      platform: 'matrix',
      software: 'synapse',
      version: '1.160.0',
      signIn: ['password', 'token'],
    });
    const community = await service.call('communities.connectWithPassword', { ...typed, address });
    expect(community).toMatchObject({ platform: 'matrix', name: 'localhost', connection: 'connected' });
  });

  it.each([
    ['for a member', {}, 'alba', 'server admin'],
    ['where the admin interface is closed', { adminReachable: false }, 'admin', '/_synapse/admin'],
  ] as const)('adds nothing %s, and names what is missing', async (_where, options, token, missing) => {
    const server = await aSynapse(options);
    const service = await anOpenService({ keychain: aKeychain() });
    const connecting = service.call('communities.connectWithToken', { address: server.origin, token });
    await expect(connecting).rejects.toMatchObject({ code: 'forbidden', detail: { missing } });
    expect(await service.call('communities.list', undefined)).toEqual([]);
  });
});
