import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PlatformConnector } from '../../electron/data/platforms/platform.ts';
import type { DataContext, Network } from '../../electron/data/service/context.ts';
import { saveConnectedCommunity } from '../../electron/data/store/communities/commands.ts';
import { openStore } from '../../electron/data/store/open.ts';
import { createSyncService, type SyncService } from '../../electron/data/sync/sync-service.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { aClock, aDataContext, type TestClock } from './data-context.ts';
import { type FakePlatform, ourHandle } from './fake-platform.ts';
import { aTempFolder } from './temp-folder.ts';

export interface SyncedCommunity {
  readonly id: CommunityId;
  readonly platform: FakePlatform;
  /** Replace its functions to have it answer otherwise. */
  readonly connector: PlatformConnector;
}

/** The sync service over as many communities as there are platforms, with a clock and a network turned by hand. */
export interface Synced {
  readonly service: SyncService;
  readonly context: DataContext;
  readonly clock: TestClock;
  readonly communities: readonly SyncedCommunity[];
  network: ReturnType<Network['state']>;
  /** Milliseconds since the start, which no clock setting changes. */
  elapsed: number;
}

export function syncedCommunities(
  platforms: readonly FakePlatform[],
  connect: (platform: FakePlatform) => PlatformConnector = (platform) => platform.connector(),
): Synced {
  const store = openStore({ file: join(aTempFolder(), 'hearth.db'), key: randomBytes(32) });
  const clock = aClock();
  const connectors = new Map<CommunityId, PlatformConnector>();
  const world = { network: 'online' as ReturnType<Network['state']>, elapsed: 0 };
  const context = aDataContext(store, {
    clock,
    settings: { 'sync.everyMinutes': 5 },
    network: { state: () => world.network, mayConnect: () => world.network === 'online' },
    connect: (id) => connectors.get(id) ?? platforms[0]!.connector(),
  });
  const communities = platforms.map((platform, at): SyncedCommunity => {
    const id = saveConnectedCommunity(store.write, {
      name: `Community ${at}`,
      platform: 'mastodon',
      baseUrl: `https://fake${at}.example`,
      accountRemoteId: 'a-moderator',
      accountHandle: ourHandle,
      capabilities: platform.capabilities,
      timeZone: 'UTC',
      credentials: {
        kind: 'token',
        accessToken: 'token',
        clientId: null,
        clientSecret: null,
        scopes: '',
        obtainedAt: 0,
      },
      at: clock.now(),
    });
    const connector = connect(platform);
    connectors.set(id, connector);
    return { id, platform, connector };
  });
  const service = createSyncService({
    context,
    random: () => 0.5,
    settlingMs: 60_000,
    monotonic: () => world.elapsed,
    reached: () => undefined,
  });
  onTestFinished(async () => {
    await service.stop();
    store.close();
  });
  return Object.assign(world, { service, context, clock, communities });
}
