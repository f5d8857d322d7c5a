import { hashKey, type QueryKey } from '@tanstack/react-query';
import { call } from '../api.ts';

/** The work behind each question that is being answered, by the question. */
const jobIds = new Map<string, string>();
const listeners = new Set<() => void>();

function change(): void {
  for (const listener of listeners) listener();
}

/** Calls a function whenever a question is asked or answered, until the returned function is called. */
export function followAskedJobs(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The job behind a question, or null while nobody asks it. */
export function askedJob(key: QueryKey): string | null {
  return jobIds.get(hashKey(key)) ?? null;
}

/**
 * Asks a question whose answer may take long, under a job id of its own. Where the signal comes because the room was left or
 * something else was chosen, the work is cancelled.
 */
export async function askWithJob<Value>(
  key: QueryKey,
  signal: AbortSignal,
  ask: (jobId: string) => Promise<Value>,
): Promise<Value> {
  const question = hashKey(key);
  const jobId = crypto.randomUUID();
  // Nobody hears an answer to this: the question itself is answered with "cancelled", or has been answered already.
  const cancel = () => void call('jobs.cancel', { jobId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  jobIds.set(question, jobId);
  change();
  try {
    return await ask(jobId);
  } finally {
    signal.removeEventListener('abort', cancel);
    if (jobIds.get(question) === jobId) {
      jobIds.delete(question);
      change();
    }
  }
}
