import type { Instant } from '../../../shared/domain/ids.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;
const longestToldMs = 60 * 60_000;

/**
 * How long to wait after the given number of failures in a row, in milliseconds: doubles each time up to a quarter of an
 * hour, and half of it is chance, so that many desktops do not come back to a server in the same moment. `random` gives
 * numbers from 0 up to 1.
 */
export function backOffMs(failures: number, random: () => number): number {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(20, Math.max(0, failures - 1)));
  return Math.round(whole / 2 + (whole / 2) * random());
}

/**
 * When to try again: when the server says so if it did, else after a back-off. At most an hour later: one request an hour
 * hurts no server, and one whose clock is wrong must not silence us for days.
 */
export function nextAttemptAt(now: Instant, failures: number, retryAt: Instant | null, random: () => number): Instant {
  if (retryAt === null) return now + backOffMs(failures, random);
  return Math.min(now + longestToldMs, Math.max(now + 1_000, retryAt));
}
