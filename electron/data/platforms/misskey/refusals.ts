import { RemoteValue } from '../decode/remote-value.ts';
import type { ReadRefusal } from '../http/refusal.ts';
import type { PlatformErrorCode } from '../platform.ts';

/** What the codes of Misskey's errors stand for. Status alone misleads: older versions send 400 and 403 for nearly everything. */
const meanings: Readonly<Record<string, PlatformErrorCode>> = {
  AUTHENTICATION_FAILED: 'unauthorized',
  CREDENTIAL_REQUIRED: 'unauthorized',
  PERMISSION_DENIED: 'forbidden',
  ROLE_PERMISSION_DENIED: 'forbidden',
  ACCESS_DENIED: 'forbidden',
  YOUR_ACCOUNT_SUSPENDED: 'forbidden',
  YOUR_ACCOUNT_MOVED: 'forbidden',
  UNKNOWN_API_ENDPOINT: 'not-found',
};

/**
 * Refusals that come as INTERNAL_ERROR with status 500, each thrown before the endpoint changes anything: who moderates can't
 * be suspended or silenced, and who is gone neither.
 */
const refusedInside = /^(user not found|cannot (suspend|silence) (an? )?(admin|moderator)( account)?)$/i;

/** Reads `{"error": {"code", "info"}}`. */
export const readMisskeyRefusal: ReadRefusal = ({ status, headers, body }) => {
  const error = errorIn(body);
  const code = error?.at('code').textOr('') ?? '';
  const reason = code === '' ? {} : { reason: code };
  if (status === 429 || code === 'RATE_LIMIT_EXCEEDED') {
    const waitMs = headers.has('retry-after') ? null : resetAfterMs(headers.get('x-ratelimit-reset'));
    return { code: 'rate-limited', ...reason, ...(waitMs === null ? {} : { waitMs }) };
  }
  if (error && code === 'INTERNAL_ERROR' && refusedInside.test(innerMessage(error)))
    return { code: 'refused', ...reason };
  const meant = meanings[code] ?? (code.startsWith('NO_SUCH_') ? 'not-found' : undefined);
  return { ...(meant === undefined ? {} : { code: meant }), ...reason };
};

function errorIn(body: unknown): RemoteValue | null {
  const whole = new RemoteValue(body);
  if (!whole.isObject) return null;
  const error = whole.at('error');
  return error.isObject ? error : null;
}

function innerMessage(error: RemoteValue): string {
  const info = error.at('info');
  const inner = info.isObject ? info.at('e') : info;
  return inner.isObject ? inner.at('message').textOr('') : '';
}

/** Sharkey's time until the next request: seconds with decimals, in earlier versions whole milliseconds. */
function resetAfterMs(text: string | null): number | null {
  if (text === null || !/^\d+(\.\d+)?$/.test(text.trim())) return null;
  return text.includes('.') ? Number(text) * 1000 : Number(text);
}
