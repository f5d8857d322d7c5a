import { isLoopback } from '../platforms/http/server-address.ts';
import { listCommunities } from '../store/communities/queries.ts';
import type { ReadDb } from '../store/db.ts';
import type { Network } from './context.ts';

/**
 * Whether platforms may be reached. The system's "offline" only counts while no community lives on this computer: the
 * practice community answers without any network.
 */
export function createNetwork(db: ReadDb, isOnline: () => boolean, worksOffline: () => boolean): Network {
  function state(): ReturnType<Network['state']> {
    if (worksOffline()) return 'working-offline';
    return isOnline() || hasLocalCommunity(db) ? 'online' : 'offline';
  }
  return { state, mayConnect: () => state() === 'online' };
}

function hasLocalCommunity(db: ReadDb): boolean {
  return listCommunities(db).some(
    ({ baseUrl, connection }) => connection === 'connected' && baseUrl !== null && isLoopback(new URL(baseUrl)),
  );
}
