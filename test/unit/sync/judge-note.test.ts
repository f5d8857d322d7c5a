import { describe, expect, it } from 'vitest';
import { judgeNote, noteBefore } from '../../../electron/data/sync/outbox/judge-note.ts';

const note = (remoteId: string | null, author: string | null, text = 'Seen') => ({
  remoteId,
  author,
  text,
  writtenAt: 1,
});
const report = (notes: ReturnType<typeof note>[], updatedAt: number | null = 7) => ({ notes, updatedAt });
const nothing = { same: [], updatedAt: 7 };

describe('what a reading says about a note that left', () => {
  it.each([
    ['it stands there in our name', nothing, report([note('n1', 'sam')], 8), 'arrived'],
    ['with lines as the server ends them', nothing, report([note('n1', 'sam', 'Seen\r\n')], 8), 'arrived'],
    [
      'beside the same words of before',
      { same: ['n1'], updatedAt: 7 },
      report([note('n1', 'sam'), note('n2', 'sam')]),
      'arrived',
    ],
    ['nothing came and nobody changed anything', nothing, report([]), 'not-seen'],
    ['only the same words of before', { same: ['n1'], updatedAt: 7 }, report([note('n1', 'sam')]), 'not-seen'],
    ['a colleague wrote the same words', nothing, report([note('n1', 'ines')], 8), 'unclear'],
    ['something else of ours came', nothing, report([note('n1', 'sam', 'See')], 8), 'unclear'],
    ['somebody changed something meanwhile', nothing, report([], 8), 'unclear'],
    ['the platform does not say when', { same: [], updatedAt: null }, report([], null), 'unclear'],
    ['the report is gone', nothing, null, 'unclear'],
  ])('%s', (_, before, now, verdict) => expect(judgeNote('Seen', 'sam', before, now)).toBe(verdict));

  it('is never that it arrived where nobody knows our name', () => {
    expect(judgeNote('Seen', null, nothing, report([note('n1', 'sam')], 8))).toBe('unclear');
  });

  it('rests on our own notes with the same words, and on nothing else', () => {
    const now = report([note('n1', 'sam'), note('n2', 'ines'), note('n3', 'sam', 'Other')]);
    expect(noteBefore(' Seen ', 'sam', now)).toEqual({ same: ['n1'], updatedAt: 7 });
  });
});
