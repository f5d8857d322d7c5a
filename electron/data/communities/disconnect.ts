import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { TokenEnd } from '../../../shared/ipc/topics/communities.ts';
import { forgetRemovedOf } from '../outreach/removed-records.ts';
import { canEndToken, endToken } from '../platforms/end-token.ts';
import type { Credentials } from '../platforms/oauth/credentials.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { disconnectCommunity } from '../store/communities/commands.ts';
import { eraseCommunity } from '../store/communities/erase-community.ts';
import { findCredentials } from '../store/communities/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { syncOf } from '../sync/sync-of.ts';
import { requireCommunity } from './add-community.ts';

/** How long a server may take to forget a token, in milliseconds. */
const patienceMs = 10_000;

/** By whom the token of a community ends on its server when it is disconnected; null where there is none to end. */
export function tokenEndOf(context: DataContext, communityId: CommunityId): TokenEnd | null {
  const { platform } = requireCommunity(context, communityId);
  const credentials = findCredentials(context.write, communityId);
  // The practice community's server is Hearth itself.
  if (credentials === null || platform === 'import' || platform === 'practice') return null;
  return canEndToken(platform, tokenOf(credentials)) ? 'hearth' : 'person';
}

/**
 * Forgets how to reach a community, then tells the server to end the token, where Hearth can. The person's wish does not
 * depend on the server: unreachable or not, the secrets are gone from here. Answers whether the token is left to the person.
 */
export async function disconnect(
  context: DataContext,
  communityId: CommunityId,
): Promise<{ readonly mustEndToken: boolean }> {
  const { baseUrl, platform } = requireCommunity(context, communityId);
  const end = tokenEndOf(context, communityId);
  const credentials = findCredentials(context.write, communityId);
  syncOf(context).cancel(communityId);
  inTransaction(context.write, () => {
    disconnectCommunity(context.write, communityId);
    recordEvent(context, 'community.disconnected', communityId);
  });
  context.changed(['communities', 'outbox']);
  if (end === null) return { mustEndToken: false };
  if (credentials === null || baseUrl === null || platform === 'import' || !context.network.mayConnect())
    return { mustEndToken: true };
  const token = { ...tokenOf(credentials), baseUrl };
  const hasEnded = await endToken(platform, token, AbortSignal.timeout(patienceMs)).catch(() => false);
  return { mustEndToken: !hasEnded };
}

function tokenOf(credentials: NonNullable<ReturnType<typeof findCredentials>>): Omit<Credentials, 'baseUrl'> {
  return { ...credentials, kind: credentials.kind === 'token' ? 'pasted' : credentials.kind };
}

/** Erases everything this computer knows of a community; the audit log keeps that it happened. */
export function erase(context: DataContext, communityId: CommunityId): void {
  requireCommunity(context, communityId);
  syncOf(context).cancel(communityId);
  inTransaction(context.write, () => {
    eraseCommunity(context.write, communityId);
    recordEvent(context, 'community.erased', communityId);
  });
  forgetRemovedOf(context.write, communityId);
  context.changed(['communities', 'queue', 'case', 'conflicts', 'outbox', 'activities', 'imports']);
}
