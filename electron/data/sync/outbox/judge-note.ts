import type { RemoteNote, RemoteReport } from '../../platforms/platform.ts';
import type { NoteBefore } from '../../store/note-sendings/row.ts';

/**
 * What a reading says about a note whose request left: `arrived`: it stands there in our name and did not before; `not-seen`: it does
 * not, and the platform says that nothing was changed meanwhile; `unclear`: it does not, and may have been there.
 */
export type NoteArrival = 'arrived' | 'not-seen' | 'unclear';

/** Judges by the report as it stands now; null where it is gone. `handle` is ours there, null where it is not known. */
export function judgeNote(
  text: string,
  handle: string | null,
  before: NoteBefore,
  now: Pick<RemoteReport, 'notes' | 'updatedAt'> | null,
): NoteArrival {
  if (now === null) return 'unclear';
  const same = sameNotes(text, handle, now.notes);
  if (same.some(({ remoteId }) => remoteId !== null && !before.same.includes(remoteId))) return 'arrived';
  const untouched = before.updatedAt !== null && before.updatedAt === now.updatedAt;
  return untouched ? 'not-seen' : 'unclear';
}

/** What to remember of a report right before a note is left on it. */
export function noteBefore(
  text: string,
  handle: string | null,
  report: Pick<RemoteReport, 'notes' | 'updatedAt'>,
): NoteBefore {
  const same = sameNotes(text, handle, report.notes).flatMap(({ remoteId }) => remoteId ?? []);
  return { same, updatedAt: report.updatedAt };
}

function sameNotes(text: string, handle: string | null, notes: readonly RemoteNote[]): readonly RemoteNote[] {
  if (handle === null) return [];
  return notes.filter((note) => note.author === handle && inLines(note.text) === inLines(text));
}

/** Servers end lines their own way, and some cut off empty ends. */
function inLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
