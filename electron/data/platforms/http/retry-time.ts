import type { Instant } from '../../../../shared/domain/ids.ts';

const second = 1000;
const hour = 3_600_000;
/** Mastodon's limit on paged requests counts in windows of this length, aligned to the clock (research/platforms.md). */
export const pagedWindowMs = 15 * 60 * second;

/**
 * When a server that said 429 or 503 wants to be asked again. Understands `Retry-After` (seconds or a date) and the
 * X-RateLimit headers (ISO 8601 with microseconds, or unix seconds). Times are taken relative to the answer's own Date
 * header, so a wrong clock on either side doesn't matter. Always between one second and one hour from `now`.
 */
export function retryTime(headers: Headers, now: Instant, paged: boolean): Instant {
  const offset = now - (instantOf(headers.get('date')) ?? now);
  const wanted = retryAfter(headers, now, offset) ?? resetTime(headers, now, offset, paged);
  return Math.min(Math.max(wanted ?? now + 60 * second, now + second), now + hour);
}

/** When the window ends that the headers speak of, on this computer's clock; null when they say nothing. */
export function windowReset(headers: Headers, now: Instant): Instant | null {
  const offset = now - (instantOf(headers.get('date')) ?? now);
  const reset = resetOf(headers.get('x-ratelimit-reset'));
  return reset === null ? null : reset + offset;
}

/** Requests left in the window that the headers speak of; null when they say nothing. */
export function requestsLeft(headers: Headers): number | null {
  const text = headers.get('x-ratelimit-remaining');
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

function retryAfter(headers: Headers, now: Instant, offset: number): Instant | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+(\.\d+)?$/.test(text.trim())) return now + Number(text) * second;
  const at = instantOf(text);
  return at === null ? null : at + offset;
}

function resetTime(headers: Headers, now: Instant, offset: number, paged: boolean): Instant | null {
  const left = requestsLeft(headers);
  // Refused although this window has requests left: another, unnamed limit did it. For pages that is the 15-minute one.
  if (paged && (left === null || left > 0))
    return (Math.floor((now - offset) / pagedWindowMs) + 1) * pagedWindowMs + offset;
  const reset = resetOf(headers.get('x-ratelimit-reset'));
  return reset === null ? null : reset + offset;
}

function resetOf(text: string | null): Instant | null {
  if (text === null) return null;
  if (/^\d+(\.\d+)?$/.test(text.trim())) return Number(text) * second;
  return instantOf(text);
}

function instantOf(text: string | null): Instant | null {
  if (text === null) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
