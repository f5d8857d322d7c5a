import type { Instant } from '../../../shared/domain/ids.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/**
 * How long to wait after the given number of failures in a row, in milliseconds: doubles each time up to a quarter of an
 * hour, and half of it is chance, so that many desktops do not come back to a server in the same moment. `random` gives
 * numbers from 0 up to 1.
 */
export function backOffMs(failures: number, random: () => number): number {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(20, Math.max(0, failures - 1)));
  return Math.round(whole / 2 + (whole / 2) * random());
}

/** When to try again: when the server says so if it did (never sooner, and at most a day later), else after a back-off. */
export function nextAttemptAt(now: Instant, failures: number, retryAt: Instant | null, random: () => number): Instant {
  if (retryAt === null) return now + backOffMs(failures, random);
  const dayMs = 24 * 60 * 60_000;
  return Math.min(now + dayMs, Math.max(now + 1_000, retryAt));
}
