import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../usage-error.ts';

/**
 * A secret from the environment variable, otherwise typed at a prompt that shows nothing. Never from an argument: those
 * stand in the shell's history and in every process list. Without a terminal it is a usage error that names the variable.
 */
export async function askSecret(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY) throw new UsageError('secretNeeded', { variable });
  let silent = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!silent) process.stderr.write(chunk);
      done();
    },
  });
  const prompt = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      prompt.on('SIGINT', () => reject(new UsageError('stopped', {})));
      prompt.question(`${question} `, resolve);
      silent = true;
    });
  } finally {
    prompt.close();
    process.stderr.write('\n');
  }
}
