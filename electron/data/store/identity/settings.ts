import { youngestAge } from '../../../../shared/domain/health/identity-rules.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { getSetting, setSetting } from '../settings/settings.ts';

// Ends with the id of the community, and goes with it: see erase-community.
const thresholdKey = (communityId: CommunityId) => `internal.identityThreshold.${communityId}`;
const minimumAgeKey = (communityId: CommunityId) => `internal.identityMinimumAge.${communityId}`;

/** The threshold T that a community chose for identity cells, or null where it keeps the rule set's own (health.md C.2). */
export function readIdentityThreshold(main: ReadDb, communityId: CommunityId): number | null {
  const stored = getSetting(main, thresholdKey(communityId));
  return typeof stored === 'number' ? stored : null;
}

/** Keeps the threshold. The caller has seen to it that it only rises. */
export function writeIdentityThreshold(main: WriteDb, communityId: CommunityId, threshold: number): void {
  setSetting(main, thresholdKey(communityId), threshold);
}

const erasedKey = (communityId: CommunityId) => `internal.identityErased.${communityId}`;

/** When what had been told by group of a community was erased last; null where it never was. */
export function readErasedAt(main: ReadDb, communityId: CommunityId): Instant | null {
  const stored = getSetting(main, erasedKey(communityId));
  return typeof stored === 'number' ? stored : null;
}

/** Notes that what had been told by group of a community was erased. */
export function writeErasedAt(main: WriteDb, communityId: CommunityId, at: Instant): void {
  setSetting(main, erasedKey(communityId), at);
}

/** The age from which answers may be kept: 18, or the higher one of the place that a coordinator set. */
export function readMinimumAge(main: ReadDb, communityId: CommunityId): number {
  const stored = getSetting(main, minimumAgeKey(communityId));
  return typeof stored === 'number' ? Math.max(stored, youngestAge) : youngestAge;
}

/** Keeps the age from which answers may be kept. Counts for what is imported from then on: ages are not stored. */
export function writeMinimumAge(main: WriteDb, communityId: CommunityId, age: number): void {
  setSetting(main, minimumAgeKey(communityId), age);
}
