import { describe, expect, it } from 'vitest';
import { type Ability, abilities, type Capabilities } from '../../../shared/domain/community.ts';
import { aConnector, aPracticeServer, never } from '../../builders/practice.ts';

async function capabilitiesWith(
  scopes: readonly string[],
  { as = 'morgan', flavour = 'mastodon' }: { as?: string; flavour?: 'mastodon' | 'gotosocial' } = {},
): Promise<Capabilities> {
  const server = await aPracticeServer({ flavour });
  const member = server.world.state.accounts.find((one) => one.role === 'member' && one.domain === null);
  const name = as === 'member' ? (member?.username ?? '') : as;
  return (await aConnector(server, { accessToken: server.issueToken(name, scopes) }).readFacts(never)).capabilities;
}

const whyOf = ({ absences }: Capabilities, ability: Ability) => absences?.find((one) => one.ability === ability);
const least = ['admin:read:reports', 'admin:write:reports', 'admin:read:accounts', 'admin:write:accounts', 'profile'];

describe('what is missing on Mastodon, and why', () => {
  it('is what its interface does not have, for a moderator with every scope', async () => {
    const capabilities = await capabilitiesWith(['admin:read', 'admin:write', 'read:statuses', 'profile']);
    expect(capabilities.absences).toEqual([
      { ability: 'resolveWithComment', why: 'platform' },
      { ability: 'notes', why: 'platform' },
      { ability: 'removePost', why: 'platform' },
    ]);
    expect(capabilities.missingRights).toEqual([]);
  });

  it('is the server’s figures with the least scopes, and the scope is named', async () => {
    const capabilities = await capabilitiesWith(least);
    expect(capabilities).toMatchObject({ reports: true, resolve: true, measures: false });
    expect(capabilities.personEffects).toContain('suspend');
    expect(whyOf(capabilities, 'measures')).toEqual({ ability: 'measures', why: 'right', rights: ['admin:read'] });
    const activities = { ability: 'activities', why: 'right', rights: ['read:statuses'] };
    expect(whyOf(capabilities, 'activities')).toEqual(activities);
    expect(capabilities.missingRights).toEqual(['read:statuses', 'admin:read']);
  });

  it('is every action with a token that may only read', async () => {
    const capabilities = await capabilitiesWith(['admin:read', 'read:statuses', 'profile']);
    expect(capabilities).toMatchObject({ reports: true, resolve: false, assign: false, personEffects: ['none'] });
    expect(whyOf(capabilities, 'resolve')).toMatchObject({ why: 'right', rights: ['admin:write:reports'] });
    expect(whyOf(capabilities, 'suspend')).toMatchObject({ why: 'right', rights: ['admin:write:accounts'] });
    expect(capabilities.missingRights).toEqual(['admin:write:reports', 'admin:write:accounts']);
  });

  it('is the role’s permission where the scopes are there', async () => {
    const capabilities = await capabilitiesWith(['admin:read', 'admin:write', 'read', 'profile'], { as: 'member' });
    expect(capabilities.reports).toBe(false);
    expect(whyOf(capabilities, 'resolve')).toMatchObject({ why: 'right', rights: ['Manage Reports'] });
    expect(capabilities.missingRights).toEqual(['Manage Reports', 'Manage Users', 'View Dashboard']);
  });

  it('names the scope that keeps reports from being read', async () => {
    const capabilities = await capabilitiesWith(['admin:write', 'profile']);
    expect(capabilities.reports).toBe(false);
    expect(capabilities.missingRights).toContain('admin:read:reports');
  });
});

describe('what is missing on GoToSocial, and why', () => {
  it('is the one role that may do anything, by its name there', async () => {
    const scopes = ['admin:read', 'admin:write', 'read:accounts'];
    const capabilities = await capabilitiesWith(scopes, { as: 'member', flavour: 'gotosocial' });
    expect(capabilities).toMatchObject({ reports: false, resolve: false, personEffects: ['none'] });
    expect(whyOf(capabilities, 'resolve')).toEqual({ ability: 'resolve', why: 'right', rights: ['admin'] });
    expect(capabilities.missingRights).toEqual(['admin']);
  });

  it('is the scope that a token lacks, found out by questions about nothing', async () => {
    const server = await aPracticeServer({ flavour: 'gotosocial' });
    const before = JSON.stringify(server.world.state.reports);
    const token = (scopes: readonly string[]) => ({ accessToken: server.issueToken('morgan', scopes) });
    const facts = async (scopes: readonly string[]) =>
      (await aConnector(server, token(scopes)).readFacts(never)).capabilities;
    const reading = await facts(['read:accounts', 'read:statuses', 'admin:read']);
    expect(reading).toMatchObject({ reports: true, resolve: false, personEffects: ['none'] });
    expect(reading.missingRights).toEqual(['admin:write:reports', 'admin:write:accounts']);
    const little = await facts(['read:accounts', 'admin:write:accounts']);
    expect(little.reports).toBe(false);
    expect(little.missingRights).toEqual([
      'admin:read:reports',
      'admin:write:reports',
      'admin:read:accounts',
      'read:statuses',
    ]);
    expect(JSON.stringify(server.world.state.reports)).toBe(before);
  });

  it('is what its interface does not have, for an administrator with every scope', async () => {
    const capabilities = await capabilitiesWith(['admin:read', 'admin:write', 'read'], {
      flavour: 'gotosocial',
    });
    const platform = ['assign', 'reopen', 'warn', 'sensitive', 'disable', 'silence', 'removePost', 'measures'];
    for (const ability of platform) expect(whyOf(capabilities, ability as Ability)?.why).toBe('platform');
    expect(whyOf(capabilities, 'resolveWithComment')).toBeUndefined();
    expect(whyOf(capabilities, 'suspend')).toBeUndefined();
    expect(capabilities.missingRights).toEqual([]);
  });
});

describe('absences', () => {
  it('name abilities in the order in which they are shown, each once', async () => {
    const { absences } = await capabilitiesWith(['admin:write', 'profile']);
    const named = (absences ?? []).map(({ ability }) => ability);
    expect(named).toEqual(abilities.filter((ability) => named.includes(ability)));
  });
});
