import { join } from 'node:path';
import log from 'electron-log/main.js';
import { describeError } from '../../../shared/domain/describe-error.ts';
import { redact } from './redact.ts';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

const largestLogBytes = 1_000_000;

/** Sends log lines to one file in the profile, replaced when it has grown to a megabyte. Nothing leaves the machine. */
export function startLog(directory: string, alsoConsole: boolean): void {
  log.transports.file.resolvePathFn = () => join(directory, 'logs', 'hearth.log');
  log.transports.file.maxSize = largestLogBytes;
  log.transports.file.level = 'info';
  log.transports.console.level = alsoConsole ? 'warn' : false;
  log.transports.ipc.level = false;
}

/** Writes one line: what happened, and facts about it that are codes or numbers. */
export function logFact(level: 'info' | 'warn' | 'error', event: string, facts: Facts = {}): void {
  const safe = Object.entries(facts).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? redact(value) : value}`,
  );
  log[level]([event, ...safe].join(' '));
}

/** Writes where an unexpected error came from, under the reference that the person sees. Its message stays out. */
export function logUnexpected(reference: string, error: unknown): void {
  log.error(`unexpected reference=${reference} ${describeError(error)}`);
}
