import type { Community, RemotePlatform } from '../../../shared/domain/community.ts';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { DetectedServer } from '../../../shared/ipc/topics/communities.ts';
import { locateServer } from '../platforms/detect/locate-server.ts';
import { createHttpClient, type HttpClient } from '../platforms/http/http-client.ts';
import { readServerAddress } from '../platforms/http/server-address.ts';
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
  const typed = readAddress(address);
  cancelDetecting(context);
  const question = new AbortController();
  asking.set(context, question);
  const { base, platform, software, version } = await withPatience((signal) => located(context, typed, signal), {
    cancel: question.signal,
  });
  const { signIn, tokenNeedsName } = moduleOf(platform);
  return { address: base, platform, software, version, signIn, tokenNeedsName };
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
  const address = readAddress(typed.address);
  const token = tokenOf(address, typed.token);
  const name = typed.userName?.trim() ?? '';
  return withPatience(async (signal) => {
    const { base, platform } = await located(context, address, signal);
    if (moduleOf(platform).tokenNeedsName && name === '') throw new HearthError('invalid-input', { field: 'userName' });
    const credentials = { ...token, baseUrl: base, ...(name === '' ? {} : { userName: name }) };
    return addCommunity(context, credentials, platform, signal);
  });
}

/** Connects by name and password where a server has no other way. The password is sent once and kept nowhere. */
export async function connectWithPassword(
  context: DataContext,
  { address, ...typed }: PasswordSignIn & { readonly address: string },
): Promise<Community> {
  const typedAddress = readAddress(address);
  return withPatience(async (signal) => {
    const { base, http, platform } = await located(context, typedAddress, signal);
    const { withPassword, readRefusal } = moduleOf(platform);
    if (!withPassword) throw new HearthError('not-supported');
    const asking =
      readRefusal === undefined
        ? http
        : createHttpClient({ address: base, accessToken: null, budget: null, readRefusal });
    const { accessToken } = await withPassword(asking, typed, signal);
    const credentials = {
      ...acceptPastedToken(base, accessToken),
      kind: 'password',
      userName: typed.userName,
    } as const;
    return addCommunity(context, credentials, platform, signal);
  });
}

/**
 * Which platform's page a browser sign-in goes to, and where it lives. A server that does not say what it is gets asked as Mastodon: compatible ones
 * may hide their documents, and one that is not says so at once. Throws `not-supported` where there is no such page.
 */
export async function browserPlatform(
  context: DataContext,
  address: string,
  signal: AbortSignal,
): Promise<{ readonly base: string; readonly platform: RemotePlatform }> {
  const typed = readAddress(address);
  const found = await located(context, typed, signal).catch((error: unknown) => {
    if (error instanceof HearthError && error.code === 'not-supported') return null;
    throw error;
  });
  const { base, platform } = found ?? { base: new URL(typed).origin, platform: 'mastodon' };
  if (!moduleOf(platform).signIn.includes('browser')) throw new HearthError('not-supported');
  return { base, platform };
}

function readAddress(address: string): string {
  const read = readServerAddress(address);
  if (read.base === null) throw new HearthError('bad-address', { why: read.why });
  return read.base;
}

/** A token that was copied wrongly is the form's matter: nothing was asked of the server yet. */
function tokenOf(address: string, token: string): Credentials {
  try {
    return acceptPastedToken(address, token);
  } catch (error) {
    throw hearthErrorFrom(error, 'invalid-input', { field: 'token' });
  }
}

interface Located {
  readonly base: string;
  readonly http: HttpClient;
  readonly platform: RemotePlatform;
  readonly software: string;
  readonly version: string;
}

/** A server at the practice community's address is the practice community, however it is connected. */
async function located(context: DataContext, typed: string, signal: AbortSignal): Promise<Located> {
  const server = await locate(typed, signal);
  if (!server || !isKnown(server.found.platform)) throw new HearthError('not-supported');
  const { base, http, found } = server;
  const platform = practiceOf(context).state().address === base ? 'practice' : found.platform;
  return { ...found, base, http, platform };
}

async function locate(typed: string, signal: AbortSignal): ReturnType<typeof locateServer> {
  try {
    return await locateServer(typed, signal);
  } catch (error) {
    if (error instanceof PlatformError && error.reason === 'in-folder')
      throw hearthErrorFrom(error, 'bad-address', { why: 'in-folder' });
    throw error;
  }
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
