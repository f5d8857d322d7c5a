import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../../electron/cli/hearth.ts');

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as a shell runs it: a process of its own for every command, on one profile. */
export interface CommandLine {
  readonly folder: string;
  /** Runs one command. `env` adds variables, or takes one away with undefined. */
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string | undefined>>) => Promise<Answer>;
  /** The JSON document of a command that must succeed. */
  readonly json: <T>(...args: string[]) => Promise<T>;
  readonly remove: () => void;
}

export const passphrase = 'seven letters in a drawer';

/** A command line on a new, empty profile; remove it afterwards. */
export function aCommandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-cli-'));
  const run: CommandLine['run'] = (args, env = {}) =>
    new Promise((done) => {
      const child = execFile(
        process.execPath,
        [program, ...args],
        {
          env: {
            PATH: process.env.PATH,
            HEARTH_PROFILE: join(folder, 'profile'),
            HEARTH_PASSPHRASE: passphrase,
            LANG: 'en_GB.UTF-8',
            TZ: 'UTC',
            ...env,
          },
          maxBuffer: 64 * 1024 * 1024,
        },
        (error, out, err) => done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
      );
      // Nobody is at the keyboard.
      child.stdin?.end();
    });
  return {
    folder,
    run,
    async json(...args) {
      const { code, out, err } = await run([...args, '--json']);
      if (code !== 0) throw new Error(`hearth ${args.join(' ')} ended with ${code}: ${err}`);
      return JSON.parse(out);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
