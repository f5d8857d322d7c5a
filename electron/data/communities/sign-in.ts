import type { Community, RemotePlatform } from '../../../shared/domain/community.ts';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { DetectedServer } from '../../../shared/ipc/topics/communities.ts';
import { detectPlatform } from '../platforms/detect/detect-platform.ts';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '../platforms/http/http-client.ts';
import { readServerAddress } from '../platforms/http/server-origin.ts';
import { moduleOf } from '../platforms/modules.ts';
import type { Credentials } from '../platforms/oauth/credentials.ts';
import { acceptPastedToken } from '../platforms/oauth/pasted-token.ts';
import { PlatformError } from '../platforms/platform.ts';
import type { PasswordSignIn } from '../platforms/platform-module.ts';
import type { DataContext } from '../service/context.ts';
import { addCommunity } from './add-community.ts';
import { withPatience } from './patience.ts';
import { practiceOf } from './practice.ts';

/** Questions under way. A window asks one server at a time, so a newer question ends the older one. */
const asking = new WeakMap<DataContext, AbortController>();

/** What stands at a typed address. Throws HearthError `bad-address`, `not-supported`, or what kept it from answering. */
export async function detectServer(context: DataContext, address: string): Promise<DetectedServer> {
  const { http } = openServer(address);
  cancelDetecting(context);
  const question = new AbortController();
  asking.set(context, question);
  const { platform, software, version } = await withPatience((signal) => detected(context, http, signal), {
    cancel: question.signal,
  });
  const { signIn, tokenNeedsName } = moduleOf(platform);
  return { platform, software, version, signIn, tokenNeedsName };
}

/** Stops asking, if anything is being asked. */
export function cancelDetecting(context: DataContext): void {
  asking.get(context)?.abort();
}

/**
 * Connects with a token that a person made on the server. Throws HearthError `invalid-input` with the field where the token
 * can't be one, or where the server wants the account's name beside it.
 */
export async function connectWithToken(
  context: DataContext,
  typed: { readonly address: string; readonly token: string; readonly userName: string | undefined },
): Promise<Community> {
  const { origin, http } = openServer(typed.address);
  const credentials = tokenOf(origin, typed.token);
  const name = typed.userName?.trim() ?? '';
  return withPatience(async (signal) => {
    const { platform } = await detected(context, http, signal);
    if (moduleOf(platform).tokenNeedsName && name === '') throw new HearthError('invalid-input', { field: 'userName' });
    return addCommunity(context, { ...credentials, ...(name === '' ? {} : { userName: name }) }, platform, signal);
  });
}

/** Connects by name and password where a server has no other way. The password is sent once and kept nowhere. */
export async function connectWithPassword(
  context: DataContext,
  { address, ...typed }: PasswordSignIn & { readonly address: string },
): Promise<Community> {
  const { origin, http } = openServer(address);
  return withPatience(async (signal) => {
    const { platform } = await detected(context, http, signal);
    const { withPassword, readRefusal } = moduleOf(platform);
    if (!withPassword) throw new HearthError('not-supported');
    const asking = readRefusal === undefined ? http : openServer(address, { readRefusal }).http;
    const { accessToken } = await withPassword(asking, typed, signal);
    return addCommunity(
      context,
      { ...acceptPastedToken(origin, accessToken), userName: typed.userName },
      platform,
      signal,
    );
  });
}

/**
 * Which platform's page a browser sign-in goes to. A server that does not say what it is gets asked as Mastodon: compatible ones
 * may hide their documents, and one that is not says so at once. Throws `not-supported` where there is no such page.
 */
export async function browserPlatform(
  context: DataContext,
  address: string,
  signal: AbortSignal,
): Promise<RemotePlatform> {
  const { http } = openServer(address);
  const found = await detected(context, http, signal).catch((error: unknown) => {
    if (error instanceof HearthError && error.code === 'not-supported') return null;
    throw error;
  });
  const platform = found?.platform ?? 'mastodon';
  if (!moduleOf(platform).signIn.includes('browser')) throw new HearthError('not-supported');
  return platform;
}

function openServer(
  address: string,
  how: Pick<HttpClientOptions, 'readRefusal'> = {},
): { origin: string; http: HttpClient } {
  const read = readServerAddress(address);
  if (read.origin === null) throw new HearthError('bad-address', { why: read.why });
  return {
    origin: read.origin,
    http: createHttpClient({ origin: read.origin, accessToken: null, budget: null, ...how }),
  };
}

/** A token that was copied wrongly is the form's matter: nothing was asked of the server yet. */
function tokenOf(origin: string, token: string): Credentials {
  try {
    return acceptPastedToken(origin, token);
  } catch (error) {
    throw hearthErrorFrom(error, 'invalid-input', { field: 'token' });
  }
}

/** A server at the practice community's address is the practice community, however it is connected. */
async function detected(
  context: DataContext,
  http: HttpClient,
  signal: AbortSignal,
): Promise<{ platform: RemotePlatform; software: string; version: string }> {
  const found = await detectPlatform(http, signal);
  if (!found || !isKnown(found.platform)) throw new HearthError('not-supported');
  return practiceOf(context).state().address === http.origin ? { ...found, platform: 'practice' } : found;
}

function isKnown(platform: RemotePlatform): boolean {
  try {
    moduleOf(platform);
    return true;
  } catch (error) {
    if (error instanceof PlatformError) return false;
    throw error;
  }
}
