import { describe, expect, it } from 'vitest';
import { countWords } from '../../../renderer/features/case/count-words.ts';
import { type CoverStep, coveredState, isOpen, stepCover } from '../../../renderer/features/case/cover-state.ts';
import { coversText } from '../../../renderer/features/case/covering.ts';

const having = (...steps: CoverStep[]) => steps.reduce(stepCover, coveredState);

describe('covers', () => {
  it('start closed and open one piece at a time', () => {
    expect(isOpen(coveredState, 'a')).toBe(false);
    const state = having({ type: 'toggle', id: 'a' });
    expect([isOpen(state, 'a'), isOpen(state, 'b')]).toEqual([true, false]);
    expect(isOpen(stepCover(state, { type: 'toggle', id: 'a' }), 'a')).toBe(false);
  });

  it('open everything only while the key is held', () => {
    const held = having({ type: 'hold' }, { type: 'hold' });
    expect(isOpen(held, 'a')).toBe(true);
    expect(isOpen(stepCover(held, { type: 'let-go' }), 'a')).toBe(false);
  });

  it('cover single pieces again while all is open', () => {
    const state = having({ type: 'toggle-all' }, { type: 'toggle', id: 'a' });
    expect([isOpen(state, 'a'), isOpen(state, 'b')]).toEqual([false, true]);
  });

  it('close when the case is left', () => {
    expect(having({ type: 'toggle-all' }, { type: 'hold' }, { type: 'leave' })).toEqual(coveredState);
  });

  it('follow the choice of the person', () => {
    expect(coversText('all', 'spam')).toBe(true);
    expect(coversText('severe', 'spam')).toBe(false);
    expect(coversText('severe', 'outing')).toBe(true);
    expect(coversText('none', 'crisis')).toBe(false);
  });
});

describe('words under a cover', () => {
  it('are counted by the rules of the language', () => {
    expect(countWords('Please look at this, now.', 'en')).toBe(5);
    expect(countWords('ここに居場所はない', 'ja')).toBeGreaterThan(2);
    expect(countWords('', 'en')).toBe(0);
  });

  it('are counted even where the language is nonsense', () => {
    expect(countWords('one two', 'not a language!')).toBe(2);
  });
});
