import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteNote } from '../platform.ts';
import { timeOrNull } from './decode-scores.ts';
import { idOrNull, type SideLoads } from './side-loads.ts';

/**
 * Notes of the team on a reviewable, oldest first: plain text, each with its author inside (ReviewableNoteSerializer). Sites
 * from before the autumn of 2025 have none.
 */
export function decodeNotes(reviewable: RemoteValue, sides: SideLoads): RemoteNote[] {
  return sides
    .findAll('reviewable_notes', reviewable.at('reviewable_note_ids'))
    .map((note) => ({
      remoteId: idOrNull(note.at('id')),
      author: note.at('user').isObject ? note.at('user').at('username').textOr(null) : null,
      text: note.at('content').textOr(''),
      writtenAt: timeOrNull(note.at('created_at')),
    }))
    .sort((a, b) => (a.writtenAt ?? 0) - (b.writtenAt ?? 0));
}

/** True when items of this site name their notes, none among them; null where there is no item to tell by. */
export function knowsNotes(items: readonly RemoteValue[]): boolean | null {
  const first = items.find((item) => item.isObject);
  return first === undefined ? null : !first.at('reviewable_note_ids').isMissing;
}
