import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SavedMapping } from '../../../../shared/ipc/topics/mappings.ts';
import type { Json } from '../audit/canonical-json.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { getSetting, setSetting } from '../settings/settings.ts';

/** Enough for every file a community knows; a list that grows without end is no help. */
const MOST_MAPPINGS = 100;

// Ends with the id of the community, and goes with it: see erase-community.
const settingOf = (communityId: CommunityId) => `internal.importMappings.${communityId}`;

/** The mappings that were saved for a community, by name. */
export function listMappings(db: ReadDb, communityId: CommunityId): readonly SavedMapping[] {
  const stored = getSetting(db, settingOf(communityId));
  return Array.isArray(stored) ? (stored as unknown as readonly SavedMapping[]) : [];
}

/** Saves a mapping, in place of one of the same name for the same kind of file. Throws `invalid-input` when there are too many. */
export function saveMapping(db: WriteDb, communityId: CommunityId, saved: SavedMapping): void {
  const others = listMappings(db, communityId).filter((one) => !isSame(one, saved));
  if (others.length >= MOST_MAPPINGS) throw new HearthError('invalid-input', { field: 'name' });
  keep(db, communityId, [...others, saved]);
}

/** Gives a mapping another name. Throws `not-found`, and `invalid-input` where another has that name. */
export function renameMapping(db: WriteDb, communityId: CommunityId, which: MappingName, to: string): void {
  const all = listMappings(db, communityId);
  const found = all.find((one) => isSame(one, which));
  if (!found) throw new HearthError('not-found');
  const renamed = { ...found, name: to };
  if (to !== which.name && all.some((one) => isSame(one, renamed))) {
    throw new HearthError('invalid-input', { field: 'name' });
  }
  keep(db, communityId, [...all.filter((one) => one !== found), renamed]);
}

/** Forgets a mapping. Does nothing when there is none of the name. */
export function removeMapping(db: WriteDb, communityId: CommunityId, which: MappingName): void {
  keep(
    db,
    communityId,
    listMappings(db, communityId).filter((one) => !isSame(one, which)),
  );
}

type MappingName = Pick<SavedMapping, 'holds' | 'name'>;

function isSame(one: MappingName, other: MappingName): boolean {
  return one.holds === other.holds && one.name === other.name;
}

function keep(db: WriteDb, communityId: CommunityId, mappings: readonly SavedMapping[]): void {
  const sorted = [...mappings].sort((one, other) => (one.name < other.name ? -1 : 1));
  setSetting(db, settingOf(communityId), sorted as unknown as Json);
}
