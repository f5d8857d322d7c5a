import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDaysIn } from '../../electron/data/health/calendar/local-days.ts';
import { buildNetwork } from '../../electron/data/practice/network/build-network.ts';
import { createImportCommunity } from '../../electron/data/store/communities/commands.ts';
import { openStore, type Store } from '../../electron/data/store/open.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { networkEnd } from './made-up-network.ts';
import { aKey } from './store.ts';

/** A store with one made-up network in it, and the folder it is in. */
export interface NetworkStore {
  readonly folder: string;
  readonly store: Store;
  readonly communityId: CommunityId;
  /** Closes the store and removes its folder. */
  readonly remove: () => void;
}

/** Large enough that counting it takes a while; up to the same moment as every other made-up network. */
export async function aNetworkStore(size: Omit<Parameters<typeof buildNetwork>[1], 'seed'>): Promise<NetworkStore> {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-network-'));
  const store = openStore({ file: join(folder, 'hearth.db'), key: aKey() });
  const [db, now] = [store.write, networkEnd];
  const communityId = createImportCommunity(db, { name: 'Large', timeZone: 'UTC', holdsPersonalData: false, at: now });
  const place = { db, communityId, calendar: localDaysIn('UTC'), now, until: now };
  await buildNetwork(place, { ...size, seed: 1 }, { signal: new AbortController().signal, progress: () => undefined });
  return {
    folder,
    store,
    communityId,
    remove() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
