import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDaysIn } from '../../electron/data/health/calendar/local-days.ts';
import { computeHealth } from '../../electron/data/health/compute-health.ts';
import { identityRulesFor } from '../../electron/data/health/disclosure/rules.ts';
import type { HealthFacts } from '../../electron/data/health/facts/health-facts.ts';
import { readHealthFacts } from '../../electron/data/health/facts/read-health-facts.ts';
import type { GroupFacts } from '../../electron/data/health/metrics/group-facts.ts';
import { metricWindow } from '../../electron/data/health/metrics/metric-window.ts';
import type { MetricWindow } from '../../electron/data/health/metrics/window.ts';
import type { RawHealth } from '../../electron/data/health/raw-health.ts';
import { readGroupFacts } from '../../electron/data/health/split/read-group-facts.ts';
import { keepMadeUpAnswers } from '../../electron/data/identity/made-up-answers.ts';
import {
  type BuiltNetwork,
  buildNetwork,
  type NetworkSize,
} from '../../electron/data/practice/network/build-network.ts';
import { SeededRandom } from '../../electron/data/practice/world/random.ts';
import { createImportCommunity } from '../../electron/data/store/communities/commands.ts';
import { openIdentityVault } from '../../electron/data/store/identity/identity-vault.ts';
import { openStore, type Store } from '../../electron/data/store/open.ts';
import { storeFiles } from '../../electron/data/store/store-files.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { aKey } from './store.ts';

export const networkEnd = Date.UTC(2026, 9, 5);

/** A made-up network in a real encrypted store with its identity file, and what the health room reads of it. */
export interface ReadNetwork {
  readonly communityId: CommunityId;
  readonly built: BuiltNetwork;
  readonly facts: HealthFacts;
  /** What the view of return and stay is made of. */
  readonly health: RawHealth;
  readonly groups: GroupFacts;
  readonly window: MetricWindow;
}

/** Made once for several tests, so the store is gone when this resolves. */
export async function aReadNetwork(size: NetworkSize, timeZone = 'Europe/Berlin'): Promise<ReadNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-network-'));
  const store = openStore({ file: join(folder, 'hearth.db'), key: aKey() });
  try {
    return await readNetwork(store, folder, size, timeZone);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readNetwork(store: Store, folder: string, size: NetworkSize, timeZone: string): Promise<ReadNetwork> {
  const main = store.write;
  const now = networkEnd;
  const communityId = createImportCommunity(main, { name: 'Made up', timeZone, holdsPersonalData: false, at: now });
  const place = { db: main, communityId, calendar: localDaysIn(timeZone), now, until: now };
  const built = await buildNetwork(place, size, { signal: new AbortController().signal, progress: () => undefined });
  const vault = openIdentityVault(store, storeFiles(folder));
  const identity = vault.ensure();
  await keepMadeUpAnswers({ main, identity, communityId, now }, built, new SeededRandom(size.seed), async () => {});
  const read = await readHealthFacts(store.read, { communityId, now, messagesFrom: () => 0 });
  if (!read) throw new Error('a network has activities');
  const { facts, positions } = read;
  const found = readGroupFacts(identity, store.read, communityId, 'gender', positions, identityRulesFor('team'));
  if (!found) throw new Error('a network has identity answers');
  // Days are read when they are first asked for, which would be too late.
  for (const level of [1, 2] as const) facts.weeks(level);
  vault.close();
  return {
    communityId,
    built,
    facts,
    health: await computeHealth(store.read, { communityId, unit: 'month', level: 2, gapDays: 90, now }),
    groups: found.groups,
    window: metricWindow('quarter', facts.firstDay, facts.lastDay),
  };
}
