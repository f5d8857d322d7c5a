import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

const errorOf = (text: string) => (JSON.parse(text) as { error: { code: string; words: string } }).error;

describe('what the command line refuses', () => {
  let line: CommandLine;
  beforeAll(async () => {
    line = aCommandLine();
    await line.json('communities', 'add', 'Kept');
  });
  afterAll(() => line.remove());

  it.each([
    [['frobnicate'], 'unknown command'],
    [['decide', 'H-1'], 'required option'],
    [['show', 'the-first-one'], 'H-12'],
    [['queue', '--view', 'everything'], 'Allowed choices'],
    [['queue', '--limit', 'many'], '--limit'],
  ])('%j as a wrong command line', async (args, words) => {
    const { code, out, err } = await line.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('secrets among the arguments, without printing them', async () => {
    for (const args of [
      ['connect', 'https://example.org', '--token', 'hush-1234'],
      ['sync', '--passphrase=hush-1234'],
      ['backup', 'file', '--password', 'hush-1234', '--json'],
    ]) {
      const { code, out, err } = await line.run(args);
      expect(code).toBe(2);
      expect(out + err).not.toContain('hush-1234');
    }
  });

  it('to ask for a secret where nobody can type', async () => {
    const { code, err } = await line.run(['status'], { HEARTH_PASSPHRASE: undefined });
    expect(code).toBe(2);
    expect(err).toContain('HEARTH_PASSPHRASE');
  });

  it('a wrong passphrase, in words and as JSON', async () => {
    const wrong = { HEARTH_PASSPHRASE: 'something else entirely' };
    const [said, data] = [await line.run(['status'], wrong), await line.run(['status', '--json'], wrong)];
    expect([said.code, data.code]).toEqual([3, 3]);
    expect(errorOf(data.err)).toEqual({ code: 'wrong-passphrase', words: said.err.trim() });
    expect(said.out + data.out).toBe('');
  });

  it('to make a store only to read from it', async () => {
    const { code, err } = await line.run(['queue', '--json'], { HEARTH_PROFILE: `${line.folder}/nothing-here` });
    expect(code).toBe(3);
    expect(errorOf(err).code).toBe('vault-missing');
  });

  it('a weak passphrase for a new store', async () => {
    const env = { HEARTH_PROFILE: `${line.folder}/weak`, HEARTH_PASSPHRASE: 'short' };
    const { code, err } = await line.run(['communities', 'add', 'Weak', '--json'], env);
    expect(code).toBe(3);
    expect(errorOf(err).code).toBe('weak-passphrase');
  });

  it('what is not there', async () => {
    const { code, err } = await line.run(['show', 'H-999', '--json']);
    expect(code).toBe(5);
    expect(errorOf(err).code).toBe('not-found');
  });

  it('a server that does not answer, and an address that is none', async () => {
    // A port that was free a moment ago: nobody listens there.
    const socket = createServer();
    const port = await new Promise<number>((done) => {
      socket.listen(0, '127.0.0.1', () => done((socket.address() as AddressInfo).port));
    });
    await new Promise((done) => socket.close(done));
    const token = { HEARTH_TOKEN: 'abc' };
    const dead = await line.run(['connect', `http://127.0.0.1:${port}`, '--json'], token);
    expect({ code: dead.code, error: errorOf(dead.err).code }).toEqual({ code: 4, error: 'offline' });
    const none = await line.run(['connect', 'javascript:alert(1)', '--json'], token);
    expect({ code: none.code, error: errorOf(none.err).code }).toEqual({ code: 4, error: 'bad-address' });
  });

  it('nothing in its help', async () => {
    const { code, out } = await line.run(['--help']);
    expect(code).toBe(0);
    for (const command of ['connect', 'sync', 'queue', 'decide', 'conflicts', 'import', 'health', 'audit', 'restore'])
      expect(out).toContain(`  ${command}`);
  });
});
