import type { ActivityKind } from '../../../../shared/domain/activity.ts';
import { sourceIdKey } from './activity-key.ts';
import { RecentMap } from './recent-map.ts';

/** Kinds that can be answered, the most common first: what nobody can tell of is taken for the first. */
const answerable: readonly ActivityKind[] = ['post', 'reply', 'message', 'organised'];

/** Activities are stored in batches smaller than this: whatever is older can be asked of the store. */
const KEPT = 10_000;

/** Finds the key of the activity with an id. Ids are told apart by kind, and a file says only the id of what is answered. */
export interface ParentFinder {
  /** Notes an activity of the file that later ones may answer. */
  met(id: string, kind: ActivityKind): void;
  keyOf(id: string): Uint8Array;
}

/**
 * Looks among the newest activities of the file, then asks `isStored`. An answer that stands in the file before what it
 * answers, or whose other half is in no file yet, is taken to answer a post. Keeps twice `KEPT` ids and no more.
 */
export function parentFinder(isStored: (key: Uint8Array) => boolean = () => false): ParentFinder {
  const kinds = new RecentMap<ActivityKind>(KEPT);
  return {
    met(id, kind) {
      if (answerable.includes(kind)) kinds.set(id, kind);
    },
    keyOf(id) {
      const met = kinds.get(id);
      if (met !== undefined) return sourceIdKey(met, id);
      const keys = answerable.map((kind) => sourceIdKey(kind, id));
      return keys.find(isStored) ?? sourceIdKey('post', id);
    },
  };
}
