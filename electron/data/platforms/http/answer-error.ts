import type { Instant } from '../../../../shared/domain/ids.ts';
import { PlatformError } from '../platform.ts';
import { retryTime } from './retry-time.ts';

/**
 * The error that an unsuccessful answer stands for. Only the status and headers count: bodies are translated into the
 * asker's language, or are not JSON at all.
 */
export function answerError(
  response: Response,
  about: { readonly writes: boolean; readonly paged: boolean; readonly now: Instant },
): PlatformError {
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
