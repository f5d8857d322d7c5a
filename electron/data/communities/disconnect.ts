import type { CommunityId } from '../../../shared/domain/ids.ts';
import { forgetRemovedOf } from '../outreach/removed-records.ts';
import { revokeToken } from '../platforms/oauth/revoke.ts';
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

/**
 * Forgets how to reach a community, then tells the server to forget the token, where it can. The person's wish does not
 * depend on the server: unreachable or not, the secrets are gone from here.
 */
export async function disconnect(context: DataContext, communityId: CommunityId): Promise<void> {
  const { baseUrl } = requireCommunity(context, communityId);
  const credentials = findCredentials(context.write, communityId);
  syncOf(context).cancel(communityId);
  inTransaction(context.write, () => {
    disconnectCommunity(context.write, communityId);
    recordEvent(context, 'community.disconnected', communityId);
  });
  context.changed(['communities', 'outbox']);
  if (credentials === null || baseUrl === null || !context.network.mayConnect()) return;
  const kind = credentials.kind === 'oauth' ? 'oauth' : 'pasted';
  await revokeToken({ ...credentials, kind, baseUrl }, AbortSignal.timeout(patienceMs)).catch(() => false);
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
