import type { RecordKindId } from '../../../shared/domain/health/records.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { WriteDb } from '../store/db.ts';
import type { PutBack } from '../store/outreach/record-row.ts';

/** What was removed and from where, until the vault is locked or enough else was removed. */
interface Removed {
  readonly communityId: CommunityId;
  readonly kind: RecordKindId;
  readonly putBack: PutBack;
}

const REMOVALS_KEPT = 20;
/** By the open store: what was removed is forgotten with it, and never lies on the disk a second time. */
const kept = new WeakMap<WriteDb, Map<string, Removed>>();

/** Keeps what was removed, so that it can be put back. */
export function keepRemoved(db: WriteDb, undo: string, removed: Removed): void {
  const all = kept.get(db) ?? new Map<string, Removed>();
  kept.set(db, all);
  all.set(undo, removed);
  for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - REMOVALS_KEPT))) all.delete(oldest);
}

/** Forgets what was removed from a community that is erased. Ids are given again: it must not come back in the next one. */
export function forgetRemovedOf(db: WriteDb, communityId: CommunityId): void {
  const all = kept.get(db);
  for (const [undo, removed] of all ?? []) if (removed.communityId === communityId) all?.delete(undo);
}

/**
 * Puts back what was removed. Call it in a transaction. Throws HearthError `not-found` where it is kept no longer, or where
 * what it belonged to is gone, `newer-kept` where something written down since stands in its place, and what its own kind says
 * against it. Refused, it waits on.
 */
export function takeRemoved(db: WriteDb, undo: string): Removed {
  const removed = kept.get(db)?.get(undo);
  if (!removed) throw new HearthError('not-found');
  try {
    removed.putBack(db);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY|ROWID)$/.test(code)) throw hearthErrorFrom(error, 'newer-kept');
    throw code.startsWith('SQLITE_CONSTRAINT') ? hearthErrorFrom(error, 'not-found') : error;
  }
  kept.get(db)?.delete(undo);
  return removed;
}
