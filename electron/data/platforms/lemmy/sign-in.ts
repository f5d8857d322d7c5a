import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import type { PasswordSignIn } from '../platform-module.ts';
import { readVersion } from './server.ts';

const loginPaths = { v3: '/api/v3/user/login', v4: '/api/v4/account/auth/login' } as const;
const logoutPaths = { v3: '/api/v3/user/logout', v4: '/api/v4/account/auth/logout' } as const;

/**
 * Turns name, password and one-time code into a token, with one call: logging in shares a limit of a few an hour with
 * registering, so nothing here ever tries again by itself. Rejects with `unauthorized` for a wrong name, password or code;
 * `reason` says `missing_totp_token` where a code is needed.
 */
export async function signInWithPassword(
  http: HttpClient,
  { userName, password, code }: PasswordSignIn,
  signal: AbortSignal,
): Promise<{ readonly accessToken: string }> {
  const { dialect } = await readVersion(http, signal);
  const answer = await http.send({
    method: 'POST',
    path: loginPaths[dialect.name],
    json: {
      username_or_email: userName.trim(),
      password,
      ...(code.trim() !== '' && { totp_2fa_token: code.trim() }),
      // Since 1.0 a token lives for a week unless this is asked for; nobody could renew it without the password.
      ...(dialect.name === 'v4' && { stay_logged_in: true }),
    },
    withoutToken: true,
    signal,
  });
  const accessToken = decodeAnswer(answer.body, (value) => value.at('jwt').textOr(''));
  if (accessToken === '') throw new PlatformError('unauthorized');
  return { accessToken };
}

/**
 * Logs out, which ends the token that is sent along and no other (`LoginToken::invalidate`, since 0.19). On 1.0 it counts
 * among the few an hour that logging in has.
 */
export async function signOut(http: HttpClient, signal: AbortSignal): Promise<void> {
  const { dialect } = await readVersion(http, signal);
  await http.send({ method: 'POST', path: logoutPaths[dialect.name], signal });
}
