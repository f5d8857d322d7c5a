import { RemoteValue } from '../decode/remote-value.ts';
import type { ReadRefusal } from '../http/refusal.ts';
import type { PlatformErrorCode } from '../platform.ts';

/** Words of Lemmy's interface (LemmyNet/lemmy crates/utils/src/error.rs, 0.19.20 and 1.0.0-beta.1). */
const meanings: Readonly<Record<string, PlatformErrorCode>> = {
  incorrect_login: 'unauthorized',
  not_logged_in: 'unauthorized',
  token_not_found: 'unauthorized',
  missing_totp_token: 'unauthorized',
  incorrect_totp_token: 'unauthorized',
  not_a_mod_or_admin: 'forbidden',
  not_a_moderator: 'forbidden',
  not_an_admin: 'forbidden',
  not_higher_mod: 'forbidden',
  not_higher_admin: 'forbidden',
  not_top_mod: 'forbidden',
  not_top_admin: 'forbidden',
  banned: 'forbidden',
  banned_from_community: 'forbidden',
  person_is_banned_from_community: 'forbidden',
  person_is_banned_from_site: 'forbidden',
  site_ban: 'forbidden',
  email_not_verified: 'forbidden',
  registration_application_is_pending: 'forbidden',
  registration_denied: 'forbidden',
  instance_is_private: 'forbidden',
  rate_limit_error: 'rate-limited',
  too_many_requests: 'rate-limited',
  not_found: 'not-found',
  // Whatever broke inside, also half-way through a call that changes something, is called so, with status 400.
  unknown: 'server-error',
};

const longestWindow = 24 * 3600;

/** Lemmy refuses nearly everything with status 400; what it means stands in `error`. */
export const readLemmyRefusal: ReadRefusal = ({ status, headers, body }) => {
  const value = new RemoteValue(body);
  const reason = value.isObject ? value.at('error').textOr('') : '';
  // 1.0 says in the reset header how many seconds are left, not when; its body was empty at first (LemmyNet/lemmy#6019).
  const left = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  const isLeft = status === 429 && !headers.has('retry-after') && left >= 0 && left <= longestWindow;
  return { ...meant(reason), ...(isLeft && { waitMs: left * 1000 }) };
};

function meant(reason: string): { code?: PlatformErrorCode; reason?: string } {
  if (!/^[a-z_]{1,80}$/.test(reason)) return {};
  const code = meanings[reason] ?? (reason.startsWith('couldnt_find_') ? 'not-found' : undefined);
  return { reason, ...(code !== undefined && { code }) };
}
