import type { RemotePlatform } from '../../../shared/domain/community.ts';
import { createHttpClient } from './http/http-client.ts';
import { moduleOf } from './modules.ts';
import type { Credentials } from './oauth/credentials.ts';
import { revokeToken } from './oauth/revoke.ts';
import { PlatformError } from './platform.ts';

/**
 * Whether Hearth can end this token on its server. It ends what its own sign-in made, where the server lets a token be ended
 * so, and never what a person made and pasted: that may be in use elsewhere.
 */
export function canEndToken(
  platform: RemotePlatform,
  { kind, clientId }: Pick<Credentials, 'kind' | 'clientId'>,
): boolean {
  if (kind === 'oauth') return clientId !== null;
  return kind === 'password' && moduleOf(platform).endSession !== undefined;
}

/**
 * Ends the token on its server, so that it is worth nothing to anybody. False where Hearth can't do that, or the server does
 * not; rejects with a PlatformError when nobody knows.
 */
export async function endToken(
  platform: RemotePlatform,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<boolean> {
  if (!canEndToken(platform, credentials)) return false;
  if (credentials.kind === 'oauth') return revokeToken(credentials, signal);
  const { endSession, readRefusal } = moduleOf(platform);
  const { baseUrl: address, accessToken } = credentials;
  const http = createHttpClient({ address, accessToken, budget: null, ...(readRefusal && { readRefusal }) });
  try {
    await endSession?.(http, signal);
    return true;
  } catch (error) {
    // A token that the server does not take any more has ended already.
    if (error instanceof PlatformError && error.code === 'unauthorized') return true;
    if (error instanceof PlatformError && ['not-found', 'refused', 'forbidden'].includes(error.code)) return false;
    throw error;
  }
}
