import { describe, expect, it } from 'vitest';
import { commentAlone } from '../../../electron/data/sync/comment-alone.ts';

const note = (author: string | null, text: string) => ({ remoteId: null, author, text, writtenAt: null });
const both = [note('gmod', 'Seen'), note('admin', 'Twice\nover')];

describe('taking notes out of a comment that an earlier version stored', () => {
  it.each([
    ['one note', 'Spam\n\n✎ gmod: Seen', both.slice(0, 1), 'Spam'],
    ['several, with lines of their own', 'Spam\n\n✎ gmod: Seen\n✎ admin: Twice\nover', both, 'Spam'],
    ['a note that came later and is not in it', 'Spam\n\n✎ gmod: Seen', both, 'Spam'],
    ['nothing said by the reporter', '✎ gmod: Seen', both, ''],
    ['a note without a name', 'Spam\n\n✎ : Seen', [note(null, 'Seen')], 'Spam'],
  ])('%s', (_, comment, notes, wanted) => expect(commentAlone(comment, notes)).toBe(wanted));

  it.each([
    ['a pencil of the reporter', 'Look:\n\n✎ gmod: I did not write this', both],
    ['a note that is gone from the platform', 'Spam\n\n✎ gmod: Gone since', both],
    ['a note quoted in the middle', 'They wrote\n\n✎ gmod: Seen\nand meant me', both],
    ['no notes there at all', 'Spam\n\n✎ gmod: Seen', []],
    ['the same words without a pencil', 'Spam\n\ngmod: Seen', both],
  ])('leaves alone what it can’t be sure of: %s', (_, comment, notes) =>
    expect(commentAlone(comment, notes)).toBe(comment),
  );
});
