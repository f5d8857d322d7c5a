import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Runs a script as a process of its own, to be killed. */
export function aDoomedProcess(script: URL, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Kills the process, as the system would, once it has said so many lines. Answers the last line that came through. */
export async function killAfterLines(child: ChildProcess, lines: number): Promise<string> {
  const ended = once(child, 'close');
  let count = 0;
  let last = '';
  if (!child.stdout) throw new Error('the process has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    last = line;
    count += 1;
    if (count === lines) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the process ended by itself after ${count} lines`);
  return last;
}
