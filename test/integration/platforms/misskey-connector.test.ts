import { describe, expect, it } from 'vitest';
import { detectPlatform } from '../../../electron/data/platforms/detect/detect-platform.ts';
import { createHttpClient } from '../../../electron/data/platforms/http/http-client.ts';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { never } from '../../builders/practice.ts';
import { allPermissions } from '../../stand-ins/misskey/misskey-stand-in.ts';

describe('what Misskey and Sharkey offer', () => {
  it.each(['misskey', 'sharkey'] as const)(
    'is found out on %s, with a reason for all that is missing',
    async (software) => {
      const standIn = await aMisskey({ software });
      const facts = await aMisskeyConnector(standIn).readFacts(never);
      expect(facts).toMatchObject({
        name: 'A made-up server',
        accountRemoteId: standIn.moderator.id,
        accountHandle: 'morgan',
        capabilities: {
          software,
          reports: true,
          assign: false,
          resolve: true,
          reopen: false,
          accountActionResolvesReports: false,
          measures: true,
          dimensions: false,
          retention: true,
          rules: true,
          removePost: true,
          restorePost: false,
          activities: true,
          missingRights: [],
        },
      });
      const isSharkey = software === 'sharkey';
      const effects = isSharkey ? ['silence', 'suspend'] : ['suspend'];
      expect(facts.capabilities.personEffects).toEqual(['none', ...effects]);
      expect(facts.capabilities.undoEffects).toEqual(effects);
      const reasons = Object.fromEntries(facts.capabilities.absences?.map(({ ability, why }) => [ability, why]) ?? []);
      expect(reasons).toEqual({
        assign: 'platform',
        reopen: 'platform',
        resolveWithComment: 'platform',
        notes: 'hearth',
        warn: 'platform',
        sensitive: isSharkey ? 'hearth' : 'platform',
        disable: 'platform',
        ...(isSharkey ? {} : { silence: 'platform' }),
        dimensions: 'platform',
      });
      expect(facts.rules.map(({ title }) => title)).toEqual(['Be kind', 'No outing']);
    },
  );

  it('names the permissions that a token lacks, and changes nothing by asking', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    standIn.addReport();
    const few = ['read:account', 'read:admin:abuse-user-reports', 'write:admin:suspend-user'];
    const { token } = world.addToken(standIn.moderator.id, few);
    const { capabilities } = await aMisskeyConnector(standIn, token).readFacts(never);
    expect(capabilities).toMatchObject({
      reports: true,
      resolve: false,
      personEffects: ['none', 'suspend'],
      undoEffects: [],
      removePost: false,
      missingRights: [
        'write:admin:resolve-abuse-user-report',
        'write:admin:unsuspend-user',
        'write:notes',
        'read:admin:show-user',
      ],
    });
    expect(capabilities.absences).toContainEqual({ ability: 'removePost', why: 'right' });
    expect(world.deeds).toEqual([]);
  });

  it('says that the role is missing, whatever the token may', async () => {
    const standIn = await aMisskey();
    const { token } = standIn.server.world.addToken(standIn.reporter.id, allPermissions);
    const { capabilities } = await aMisskeyConnector(standIn, token).readFacts(never);
    expect(capabilities).toMatchObject({
      reports: false,
      resolve: false,
      personEffects: ['none'],
      missingRights: ['moderator'],
    });
    expect(capabilities.absences).toContainEqual({ ability: 'suspend', why: 'right' });
  });

  it('can’t know itself without read:account, and says so by that name', async () => {
    const standIn = await aMisskey();
    const { token } = standIn.server.world.addToken(standIn.moderator.id, ['read:admin:abuse-user-reports']);
    await expect(aMisskeyConnector(standIn, token).readFacts(never)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'read:account',
    });
  });

  it('tells a token that is worth nothing from a right that is missing', async () => {
    const standIn = await aMisskey();
    await expect(aMisskeyConnector(standIn, 'nonsense').readFacts(never)).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  it('has no activities where the local timeline is switched off', async () => {
    const standIn = await aMisskey();
    standIn.server.hasTimeline = false;
    const { capabilities } = await aMisskeyConnector(standIn).readFacts(never);
    expect(capabilities.activities).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'activities', why: 'right' });
  });
});

describe('a server that federates with nobody', () => {
  it.each(['misskey', 'sharkey'] as const)(
    'is known for what it is, though it keeps the way there shut: %s',
    async (software) => {
      const standIn = await aMisskey({ software });
      standIn.server.isFederating = false;
      const http = createHttpClient({ address: standIn.server.origin, accessToken: null, budget: null });
      expect(await detectPlatform(http, never)).toEqual({ platform: 'misskey', software, version: '2025.9.0' });
      const { capabilities } = await aMisskeyConnector(standIn).readFacts(never);
      expect(capabilities.software).toBe(software);
      expect(capabilities.personEffects.includes('silence')).toBe(software === 'sharkey');
    },
  );
});

describe('limits', () => {
  it.each([
    ['misskey', {}, 2_000],
    ['misskey', { old: true }, 60_000],
    ['sharkey', {}, 2_000],
    ['sharkey', { old: true }, 1_750],
  ] as const)('on %s %o are waited for as told, or a minute', async (software, how, wanted) => {
    const standIn = await aMisskey({ software });
    const hit = { endpoint: 'admin/abuse-user-reports', times: 1, resetMs: 1_750, ...how };
    standIn.server.limitHits.push(hit);
    const before = Date.now();
    const error = await aMisskeyConnector(standIn)
      .listOpenReports(null, never)
      .catch((thrown: unknown) => thrown);
    const after = Date.now();
    expect(error).toMatchObject({ code: 'rate-limited', status: 429, reason: 'RATE_LIMIT_EXCEEDED' });
    const { retryAt } = error as { retryAt: number };
    expect(retryAt).toBeGreaterThanOrEqual(before + wanted);
    expect(retryAt).toBeLessThanOrEqual(after + wanted);
    expect((await aMisskeyConnector(standIn).listOpenReports(null, never)).items).toEqual([]);
  });

  it('on deleting notes say nothing about the right to', async () => {
    const standIn = await aMisskey();
    standIn.server.limitHits.push({ endpoint: 'notes/delete', times: 1, resetMs: 1_000 });
    const { capabilities } = await aMisskeyConnector(standIn).readFacts(never);
    expect(capabilities).toMatchObject({ removePost: true, missingRights: [] });
  });
});
