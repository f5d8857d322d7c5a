import { describe, expect, it } from 'vitest';
import { endToken } from '../../../electron/data/platforms/end-token.ts';
import type { Community } from '../../../shared/domain/community.ts';
import { anOpenService, type RunningService } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aLemmy } from '../../builders/lemmy.ts';
import { aSynapse } from '../../builders/matrix.ts';
import { aForum } from '../../builders/nodebb.ts';
import { aPracticeServer, never } from '../../builders/practice.ts';

const typed = { userName: 'morgan', password: 'right password', code: '' };
const vault = (): Promise<RunningService> => anOpenService({ keychain: aKeychain() });

/** A server where Hearth signs in by name and password, with its tokens. */
interface Place {
  readonly origin: string;
  readonly tokens: ReadonlyMap<string, unknown>;
  readonly made: string;
  readonly stop: () => Promise<void>;
  readonly paths: () => readonly string[];
}

async function aPlace(which: 'lemmy v3' | 'lemmy v4' | 'matrix'): Promise<Place> {
  if (which === 'matrix') {
    const server = await aSynapse();
    server.world.addUser('morgan', { admin: true });
    server.world.passwords.set('@morgan:localhost', typed.password);
    const made = aTokenMadeElsewhere(server.world.tokens, '@morgan:localhost');
    const paths = () => server.requests.map(({ path }) => path);
    return { origin: server.origin, tokens: server.world.tokens, made, stop: () => server.stop(), paths };
  }
  const { server, world, admin } = await aLemmy(which === 'lemmy v3' ? 'v3' : 'v4');
  const made = aTokenMadeElsewhere(world.tokens, admin.id);
  const paths = () => server.requests.map(({ path }) => path);
  return { origin: server.origin, tokens: world.tokens, made, stop: () => server.stop(), paths };
}

function aTokenMadeElsewhere<Owner>(tokens: Map<string, Owner>, owner: Owner): string {
  tokens.set('made-elsewhere', owner);
  return 'made-elsewhere';
}

const disconnect = (service: RunningService, { id }: Community) =>
  service.call('communities.disconnect', { communityId: id });
const endOf = async (service: RunningService, { id }: Community) =>
  (await service.call('communities.tokenEnd', { communityId: id })).by;

describe.each(['lemmy v3', 'lemmy v4', 'matrix'] as const)('disconnecting from %s', (which) => {
  it('ends the token that came of name and password, and no other', async () => {
    const place = await aPlace(which);
    const before = new Set(place.tokens.keys());
    const service = await vault();
    const community = await service.call('communities.connectWithPassword', { address: place.origin, ...typed });
    expect(place.tokens.size).toBe(before.size + 1);
    expect(await endOf(service, community)).toBe('hearth');
    expect(await disconnect(service, community)).toEqual({ mustEndToken: false });
    expect(new Set(place.tokens.keys())).toEqual(before);
    expect((await service.call('communities.list', undefined))[0]).toMatchObject({ connection: 'disconnected' });
    expect(await endOf(service, community)).toBeNull();
  });

  it('leaves a token alone that a person made, and says so', async () => {
    const place = await aPlace(which);
    const service = await vault();
    const typedToken = { address: place.origin, token: place.made };
    const community = await service.call('communities.connectWithToken', typedToken);
    expect(await endOf(service, community)).toBe('person');
    expect(await disconnect(service, community)).toEqual({ mustEndToken: true });
    expect(place.tokens.has(place.made)).toBe(true);
    expect(place.paths().filter((path) => path.endsWith('/logout'))).toEqual([]);
  });

  it('forgets the token here also when the server can’t be told', async () => {
    const place = await aPlace(which);
    const service = await vault();
    const community = await service.call('communities.connectWithPassword', { address: place.origin, ...typed });
    await place.stop();
    expect(await disconnect(service, community)).toEqual({ mustEndToken: true });
    expect((await service.call('communities.list', undefined))[0]).toMatchObject({ connection: 'disconnected' });
    expect(await endOf(service, community)).toBeNull();
  });

  it('asks nothing of the server while working offline', async () => {
    const place = await aPlace(which);
    const service = await vault();
    const community = await service.call('communities.connectWithPassword', { address: place.origin, ...typed });
    await service.call('sync.setWorkOffline', { workOffline: true });
    expect(await disconnect(service, community)).toEqual({ mustEndToken: true });
    expect(place.paths().filter((path) => path.endsWith('/logout'))).toEqual([]);
  });

  it('counts a token as ended that the server does not take any more', async () => {
    const place = await aPlace(which);
    const credentials = {
      kind: 'password',
      baseUrl: place.origin,
      accessToken: 'nobody-s',
      clientId: null,
      clientSecret: null,
      scopes: '',
    } as const;
    expect(await endToken(which === 'matrix' ? 'matrix' : 'lemmy', credentials, never)).toBe(true);
  });
});

describe('disconnecting elsewhere', () => {
  it('leaves a pasted token to its owner on every platform', async () => {
    const service = await vault();
    const mastodon = await aPracticeServer();
    const forum = await aForum('4.15');
    for (const [address, token] of [
      [mastodon.origin, mastodon.issueToken()],
      [forum.server.origin, forum.credentials.accessToken],
    ] as const) {
      const community = await service.call('communities.connectWithToken', { address, token });
      expect(await endOf(service, community)).toBe('person');
      expect(await disconnect(service, community)).toEqual({ mustEndToken: true });
    }
    expect(mastodon.books.requests.filter(({ path }) => path.endsWith('/revoke'))).toEqual([]);
  });

  it('has nothing to end where Hearth is the server, and where there is no server', async () => {
    const service = await vault();
    await service.call('practice.start', undefined);
    const input = { name: 'Files', timeZone: 'UTC', holdsPersonalData: false };
    await service.call('communities.createForImport', input);
    for (const community of await service.call('communities.list', undefined)) {
      expect(await endOf(service, community)).toBeNull();
      expect(await disconnect(service, community)).toEqual({ mustEndToken: false });
    }
    await service.call('practice.stop', undefined);
  });
});
