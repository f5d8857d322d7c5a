import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeExcerpt } from '../../../electron/data/store/search/make-excerpt.ts';
import { matchText } from '../../../electron/data/store/search/match-text.ts';
import { parseQuery } from '../../../electron/data/store/search/parse-query.ts';

function excerptOf(text: string, typed: string) {
  return makeExcerpt(text, matchText(text, parseQuery(typed)).ranges);
}

function marked(text: string, typed: string): readonly string[] {
  const excerpt = excerptOf(text, typed);
  return excerpt.highlights.map(([start, end]) => excerpt.text.slice(start, end));
}

describe('excerpts', () => {
  it.each([
    ['an accented word typed without', 'The ÉCOLE is closed', 'ecole', ['ÉCOLE']],
    ['a decomposed word', 'The e\u0301cole is closed', 'école', ['e\u0301cole']],
    ['letters that fold to two', 'Die Straße hier', 'strasse', ['Straße']],
    ['vowelled Arabic', 'قال مُحَمَّدٌ شيئا', 'محمد', ['مُحَمَّدٌ']],
    ['Turkish', 'Bugün İSTANBUL güzel', 'istanbul', ['İSTANBUL']],
    ['pairs of an unspaced script as one piece', '今日は東京駅で待つ', '東京駅', ['東京駅']],
    ['half-width kana', 'あのﾎﾟｹﾓﾝが', 'ポケモン', ['ﾎﾟｹﾓﾝ']],
    ['the beginning of a word as the whole word', 'moonlight', 'moon', ['moonlight']],
    ['every word', 'dark is the moon, dark', 'moon dark ', ['dark', 'moon', 'dark']],
    ['nothing where nothing is', 'nothing here', 'absent', []],
  ])('marks %s', (_name, text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected);
  });

  it('cuts a long text around the match and says that it cut', () => {
    const text = `${'before '.repeat(100)}needle${' after'.repeat(100)}`;
    const excerpt = excerptOf(text, 'needle ');
    expect(excerpt.text.length).toBeLessThan(180);
    expect(excerpt.text).toMatch(/^… .*needle.* …$/);
    expect(marked(text, 'needle ')).toEqual(['needle']);
  });

  it('shows the beginning where nothing matches', () => {
    expect(excerptOf('short text', 'absent')).toEqual({ text: 'short text', highlights: [] });
  });

  it('removes controls that could turn the line around, and makes one space of many', () => {
    const excerpt = excerptOf('e\u202Evil\u202C\n\n\t b\u0000c', 'evil ');
    expect(excerpt).toEqual({ text: 'evil bc', highlights: [[0, 4]] });
  });

  it('never cuts a character in half and never marks outside the excerpt', () => {
    const word = fc.constantFrom('needle', '👩🏽‍🚀', 'ك\u0651', '東京', 'é', '\n', ' ', '\u202E', '𝒳', 'x'.repeat(50));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const excerpt = excerptOf(words.join(' '), 'needle 東京 ');
        expect(excerpt.text).not.toMatch(/\p{Surrogate}/u);
        expect(excerpt.text).not.toMatch(/[\u202A-\u202E\n]/);
        let end = 0;
        for (const [from, to] of excerpt.highlights) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(excerpt.text.length);
      }),
    );
  });
});
