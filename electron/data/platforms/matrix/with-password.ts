import { decodeAnswer } from '../decode/decode-items.ts';
import { createHttpClient, type HttpClient } from '../http/http-client.ts';
import type { ReadRefusal } from '../http/refusal.ts';
import { PlatformError } from '../platform.ts';
import type { PasswordSignIn } from '../platform-module.ts';
import { readRefusal } from './read-refusal.ts';

const loginPath = '/_matrix/client/v3/login';
const byPassword = 'm.login.password';

/**
 * Signs in as a device named Hearth, which its owner can end in any Matrix program. Rejects with `refused`
 * (`login_delegated`) where the server leaves signing in to another service: there a token is the only way.
 */
export async function withPassword(
  { origin }: Pick<HttpClient, 'origin'>,
  { userName, password }: PasswordSignIn,
  signal: AbortSignal,
): Promise<{ readonly accessToken: string }> {
  const http = createHttpClient({ address: origin, accessToken: null, budget: null, readRefusal: readLoginRefusal });
  await requirePasswords(http, signal);
  const json = {
    type: byPassword,
    identifier: { type: 'm.id.user', user: userName.trim() },
    password,
    initial_device_display_name: 'Hearth',
  };
  const { body } = await http.send({ method: 'POST', path: loginPath, json, signal });
  return decodeAnswer(body, (value) => ({ accessToken: value.at('access_token').id() }));
}

/** A wrong name or password is "forbidden" here, which would else mean that the account lacks a right. */
const readLoginRefusal: ReadRefusal = (refusal) => {
  const meant = readRefusal(refusal);
  return meant.code === 'forbidden' ? { ...meant, code: 'unauthorized' } : meant;
};

async function requirePasswords(http: HttpClient, signal: AbortSignal): Promise<void> {
  const flows = await readFlows(http, signal);
  if (!flows.includes(byPassword)) throw new PlatformError('refused', { reason: 'login_delegated' });
}

async function readFlows(http: HttpClient, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const { body } = await http.send({ method: 'GET', path: loginPath, signal });
    return decodeAnswer(body, (value) =>
      value
        .at('flows')
        .list()
        .map((flow) => (flow.isObject ? flow.at('type').textOr('') : '')),
    );
  } catch (error) {
    // Where another service signs people in, Synapse may not have the path at all.
    if (error instanceof PlatformError && error.code === 'not-found') return [];
    throw error;
  }
}
