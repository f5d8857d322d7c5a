import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { connectorFor } from '../platforms/connector-for.ts';
import { RequestBudgets } from '../platforms/http/request-budget.ts';
import type { PlatformConnector } from '../platforms/platform.ts';
import { findCommunity, findCredentials } from '../store/communities/queries.ts';
import type { ReadDb } from '../store/db.ts';

/** Makes connectors to communities that are signed in. All of them share what is known of each server's limits. */
export function createConnect(db: ReadDb): (communityId: CommunityId) => PlatformConnector {
  const budgets = new RequestBudgets();
  return (communityId) => {
    const community = findCommunity(db, communityId);
    if (community === null) throw new HearthError('not-found');
    const credentials = findCredentials(db, communityId);
    if (credentials === null || community.baseUrl === null || community.platform === 'import') {
      throw new HearthError('unauthorized');
    }
    return connectorFor(
      {
        platform: community.platform,
        baseUrl: community.baseUrl,
        accessToken: credentials.accessToken,
        userName: community.accountHandle,
        software: community.capabilities?.software ?? null,
      },
      budgets,
    );
  };
}
