import { AsyncLocalStorage } from 'node:async_hooks';

const spare = new AsyncLocalStorage<true>();

/**
 * Lets everything that `work` asks for leave only while reports and decisions have more than enough: a back-fill must not
 * keep them waiting. Said from outside, so that no connector has to know who reads.
 */
export function withSpareRequests<T>(work: () => T): T {
  return spare.run(true, work);
}

/** Whether whoever asks now is content with what others leave. */
export function isSpare(): boolean {
  return spare.getStore() === true;
}
