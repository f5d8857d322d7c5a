/** Runs pieces of work one after the other, in the order they came. */
export interface Lane {
  /** Resolves or rejects as the work does; a failed piece does not stop those behind it. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * One lane per community: a page that was read before the outbox changed something must not be written after it, or an
 * answered report would look open again. Long jobs take the lane piece by piece, so that nobody waits long.
 */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const next = last.then(work, work);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
