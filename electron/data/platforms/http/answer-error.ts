import type { Instant } from '../../../../shared/domain/ids.ts';
import { PlatformError, type PlatformErrorCode } from '../platform.ts';
import type { ReadRefusal } from './refusal.ts';
import { retryTime } from './retry-time.ts';

interface About {
  readonly writes: boolean;
  readonly paged: boolean;
  readonly now: Instant;
  /** What the platform means by it, where it says so. */
  readonly meant: ReturnType<ReadRefusal>;
}

/**
 * The error that an unsuccessful answer stands for. Status and headers count, and what the platform is known to mean: bodies
 * are translated into the asker's language on some, or are not JSON at all.
 */
export function answerError(response: Response, about: About): PlatformError {
  const { code, reason, waitMs } = about.meant;
  const { status } = response;
  const said = reason === undefined ? {} : { reason };
  const waits = waitMs === undefined ? {} : { retryAt: about.now + Math.min(Math.max(waitMs, second), hour) };
  if (code === 'rate-limited')
    return new PlatformError(code, {
      status,
      retryAt: retryTime(response.headers, about.now, false),
      ...waits,
      ...said,
    });
  if (code !== undefined) {
    const mayHaveArrived = about.writes && unsettled.includes(code);
    return new PlatformError(code, { status, mayHaveArrived, ...waits, ...said });
  }
  const usual = usualError(response, about);
  return new PlatformError(usual.code, {
    status,
    mayHaveArrived: usual.mayHaveArrived,
    ...(usual.retryAt === null ? {} : { retryAt: usual.retryAt }),
    ...waits,
    ...said,
  });
}

/** What leaves it open whether a call that changes something was carried out. */
const unsettled: readonly PlatformErrorCode[] = ['timeout', 'server-error', 'malformed', 'too-large'];

const second = 1000;
const hour = 3_600_000;

function usualError(response: Response, about: About): PlatformError {
  const { status, headers } = response;
  if (status === 401) return new PlatformError('unauthorized', { status });
  if (status === 403) return new PlatformError('forbidden', { status });
  if (status === 404 || status === 410) return new PlatformError('not-found', { status });
  if (status === 429) {
    return new PlatformError('rate-limited', { status, retryAt: retryTime(headers, about.now, about.paged) });
  }
  // A proxy that gave up waiting says 408 or 5xx while the server behind it may still carry the call out.
  if (status === 408) return new PlatformError('timeout', { status, mayHaveArrived: about.writes });
  if (status >= 500) {
    const retryAt = headers.has('retry-after') ? { retryAt: retryTime(headers, about.now, about.paged) } : {};
    return new PlatformError('server-error', { status, mayHaveArrived: about.writes, ...retryAt });
  }
  return new PlatformError('refused', { status });
}
