import { type KeepingYears, keepingYears } from '../../../../shared/domain/health/record-retention.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { getAllSettings, getSetting, removeSetting, setSetting } from '../settings/settings.ts';

/** How long a community keeps lists of people, and from when on what is older is erased. */
export interface Keeping {
  readonly years: KeepingYears;
  readonly erasesFrom: Instant;
}

// Ends with the id of the community, and goes with it: see erase-community.
const prefix = 'internal.recordsKept.';
const erasedKey = (communityId: CommunityId) => `internal.recordsErasedBefore.${communityId}`;

/** What a community chose; null where lists stay until they are removed. */
export function readKeeping(db: ReadDb, communityId: CommunityId): Keeping | null {
  return keepingOf(getSetting(db, `${prefix}${communityId}`));
}

/** Every community that chose how long. */
export function listKeepings(db: ReadDb): readonly { readonly communityId: CommunityId; readonly keeping: Keeping }[] {
  return [...getAllSettings(db)].flatMap(([key, value]) => {
    const keeping = key.startsWith(prefix) ? keepingOf(value) : null;
    return keeping ? [{ communityId: Number(key.slice(prefix.length)) as CommunityId, keeping }] : [];
  });
}

/** Keeps the choice; null lets lists stay until they are removed. */
export function writeKeeping(db: WriteDb, communityId: CommunityId, keeping: Keeping | null): void {
  if (keeping === null) removeSetting(db, `${prefix}${communityId}`);
  else setSetting(db, `${prefix}${communityId}`, { years: keeping.years, erasesFrom: keeping.erasesFrom });
}

/** Lists from before this local day were erased, and nothing may be counted from what is missing; null where none were. */
export function readErasedBefore(db: ReadDb, communityId: CommunityId): number | null {
  const stored = getSetting(db, erasedKey(communityId));
  return typeof stored === 'number' ? stored : null;
}

/** Keeps the latest such day. */
export function writeErasedBefore(db: WriteDb, communityId: CommunityId, day: number): void {
  setSetting(db, erasedKey(communityId), Math.max(day, readErasedBefore(db, communityId) ?? day));
}

function keepingOf(stored: unknown): Keeping | null {
  if (typeof stored !== 'object' || stored === null || !('years' in stored) || !('erasesFrom' in stored)) return null;
  const years = keepingYears.find((one) => one === stored.years);
  return years && typeof stored.erasesFrom === 'number' ? { years, erasesFrom: stored.erasesFrom } : null;
}
