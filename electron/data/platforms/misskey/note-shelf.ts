import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemotePost } from '../platform.ts';
import { ask } from './ask.ts';
import { decodeNote, isHidden } from './decode-note.ts';

/** Reads the notes that reports link to. */
export interface NoteShelf {
  /** Those of the notes that are there, each asked for at most once until the shelf is cleared. */
  readonly read: (ids: readonly string[], signal: AbortSignal) => Promise<RemotePost[]>;
  /** As they stand right now. */
  readonly readAnew: (ids: readonly string[], signal: AbortSignal) => Promise<RemotePost[]>;
  readonly clear: () => void;
}

/**
 * A shelf for one connector. Many reports are often about one note, and a list is read page by page; without it each of them
 * would ask for the same note again. One after the other, because servers count requests by the second.
 */
export function createNoteShelf(http: HttpClient): NoteShelf {
  const known = new Map<string, RemotePost | null>();

  async function readOne(id: string, signal: AbortSignal): Promise<RemotePost | null> {
    const note = await readNote(http, id, signal);
    known.set(id, note);
    return note;
  }
  async function readAll(
    ids: readonly string[],
    one: (id: string) => Promise<RemotePost | null>,
  ): Promise<RemotePost[]> {
    const notes: RemotePost[] = [];
    for (const id of ids) {
      const note = await one(id);
      if (note) notes.push(note);
    }
    return notes;
  }
  return {
    read: (ids, signal) =>
      readAll(ids, async (id) => {
        const shelved = known.get(id);
        return shelved === undefined ? readOne(id, signal) : shelved;
      }),
    readAnew: (ids, signal) => readAll(ids, (id) => readOne(id, signal)),
    clear: () => known.clear(),
  };
}

/**
 * The note, or null when it is gone or not to be had. One note that the server can't put together must not keep its report
 * from being read: it is asked for twice, then left out. Trouble with the connection is thrown.
 */
async function readNote(http: HttpClient, id: string, signal: AbortSignal): Promise<RemotePost | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await ask(http, 'notes/show', { noteId: id }, signal);
      return decodeAnswer(answer.body, (value) => (isHidden(value) ? null : decodeNote(value, http.origin)));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (isWithheld(error)) return null;
      const concernsAll = ['offline', 'timeout', 'unauthorized', 'rate-limited'].includes(error.code);
      if (concernsAll) throw error;
      if (attempt === 2) return null;
    }
  }
}

/** The server itself says, by a code of its own, that there is nothing to be had. */
function isWithheld({ code, reason }: PlatformError): boolean {
  return reason !== null && ['not-found', 'forbidden', 'refused'].includes(code);
}
