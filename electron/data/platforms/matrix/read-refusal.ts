import { RemoteValue } from '../decode/remote-value.ts';
import type { ReadRefusal } from '../http/refusal.ts';
import { PlatformError, type PlatformErrorCode } from '../platform.ts';

const codes: Readonly<Record<string, PlatformErrorCode>> = {
  M_UNKNOWN_TOKEN: 'unauthorized',
  M_MISSING_TOKEN: 'unauthorized',
  // Said of the account that asks: its sign-in is worth nothing until somebody unlocks it.
  M_USER_LOCKED: 'unauthorized',
  M_USER_DEACTIVATED: 'unauthorized',
  M_FORBIDDEN: 'forbidden',
  M_NOT_FOUND: 'not-found',
  M_UNRECOGNIZED: 'not-found',
  M_LIMIT_EXCEEDED: 'rate-limited',
};

/**
 * What Synapse means by a refusal: its `errcode`, and how long it wants to be left alone (`retry_after_ms`). A proxy in front
 * of it has no such code, by which the two are told apart. 5xx keep their own meaning: nobody knows what became of the call.
 */
export const readRefusal: ReadRefusal = ({ status, body }) => {
  const answer = new RemoteValue(body);
  const reason = answer.isObject ? answer.at('errcode').textOr(null) : null;
  if (reason === null) return {};
  const code = status < 500 ? codes[reason] : undefined;
  const waitMs = answer.at('retry_after_ms').numberOr(null);
  return {
    reason,
    ...(code !== undefined && { code }),
    ...(waitMs !== null && waitMs > 0 && { waitMs }),
  };
};

/**
 * True when Synapse itself says that it has no such thing. A bare 404 may come from a proxy that does not let the admin
 * interface through, and says nothing about what is behind it.
 */
export function saysGone(error: unknown): boolean {
  return error instanceof PlatformError && error.code === 'not-found' && error.reason === 'M_NOT_FOUND';
}

/** True when Synapse does not know the path: this version lacks it. */
export function lacksPath(error: unknown): boolean {
  return error instanceof PlatformError && error.code === 'not-found' && error.reason === 'M_UNRECOGNIZED';
}
