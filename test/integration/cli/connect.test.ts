import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import { StandInServer } from '../../stand-ins/stand-in-server.ts';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

describe('connecting on the command line', () => {
  let line: CommandLine;
  const server = new PracticeServer({ reports: 2 });
  const shop = new StandInServer(() => ({ status: 404 }));
  beforeAll(async () => {
    line = aCommandLine();
    await server.start();
    await shop.start();
  });
  afterAll(async () => {
    line.remove();
    await server.stop();
    await shop.stop();
  });
  const connect = (args: readonly string[], env = {}) => line.run(['communities', 'connect', ...args], env);

  it('asks the server what it is before it asks for a secret', async () => {
    const { code, err } = await connect([shop.origin]);
    expect(code).toBe(4);
    expect(err).toContain('does not offer');
    expect(shop.requests.length).toBeGreaterThan(0);
  });

  it('wants a secret from the environment or a prompt alone', async () => {
    const { code, err } = await connect([server.origin]);
    expect(code).toBe(2);
    expect(err).toContain('HEARTH_TOKEN');
  });

  it('says which ways a server takes', async () => {
    const { code, err } = await connect([server.origin, '--by', 'password', '--user', 'ada']);
    expect(code).toBe(2);
    expect(err).toContain('token');
  });

  it('says in words why an address can’t be used', async () => {
    const { code, err } = await connect(['http://community.example']);
    expect(code).toBe(4);
    expect(err).toContain('https://');
  });

  it('names the rights that a token lacks', async () => {
    const { code, err } = await connect([server.origin], {
      HEARTH_TOKEN: server.issueToken('morgan', ['admin:write', 'profile']),
    });
    expect(code).toBe(4);
    expect(err).toContain('admin:read:reports');
  });

  it('connects, under the short name too', async () => {
    const token = server.issueToken();
    for (const command of [['communities', 'connect'], ['connect']]) {
      const { code, out, err } = await line.run([...command, server.origin], { HEARTH_TOKEN: token });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Practice community');
      expect(out + err).not.toContain(token);
    }
    expect(await line.json('communities', 'list')).toHaveLength(1);
  });

  it('says after disconnecting where a token ends that a person made', async () => {
    const { code, out } = await line.run(['communities', 'disconnect', '1']);
    expect(code).toBe(0);
    expect(out).toContain('stays valid on the server');
    expect(out).toContain('Authorized apps');
    const again = await line.run(['communities', 'disconnect', '1']);
    expect(again.out).not.toContain('stays valid');
  });
});
