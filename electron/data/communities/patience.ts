import { hearthErrorFrom } from '../../../shared/ipc/errors.ts';

/** How long a server may take to say what it is and who a token belongs to, in milliseconds. */
const patienceMs = 60_000;

/**
 * Does work that asks a server several things, for as long as a person waits. Rejects with HearthError `cancelled` when the
 * person had enough, `timeout` when the server takes too long in all, and otherwise with what the work rejects with.
 */
export async function withPatience<Found>(
  work: (signal: AbortSignal) => Promise<Found>,
  { cancel, ms = patienceMs }: { readonly cancel?: AbortSignal; readonly ms?: number } = {},
): Promise<Found> {
  const late = AbortSignal.timeout(ms);
  try {
    return await work(cancel ? AbortSignal.any([cancel, late]) : late);
  } catch (error) {
    const isAbort = error instanceof Error && error.name === 'AbortError';
    if (!isAbort) throw error;
    throw hearthErrorFrom(error, cancel?.aborted ? 'cancelled' : 'timeout');
  }
}
