import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ftsExpression, parseQuery } from '../../../electron/data/store/search/parse-query.ts';

const read = (typed: string) =>
  parseQuery(typed).phrases.map(({ tokens, prefix }) => tokens.join('+') + (prefix ? '*' : ''));

describe('reading a query', () => {
  it.each([
    ['words, the last unfinished', 'Dark mo', ['dark', 'mo*']],
    ['a finished last word', 'dark moon ', ['dark', 'moon']],
    ['a phrase', '"dark moon" ris', ['dark+moon', 'ris*']],
    ['a phrase at the end', 'ris "dark moon"', ['ris', 'dark+moon']],
    ['a phrase never closed', 'ris "dark moo', ['ris', 'dark+moo']],
    ['quotation marks of other languages', '«صباح الخير» „guten Tag“', ['صباح+الخير', 'guten+tag']],
    ['a word of several parts', "l'amour a_b", ['l+amour', 'a+b']],
    ['one letter is a word', 'a', ['a']],
    ['unspaced text is its pairs', '東京駅', ['東京+京駅']],
    ['one unspaced character', '駅', ['駅*']],
    ['unspaced text before a word must end', '東京tower', ['東京+京+tower*']],
    [
      'operators are text',
      'NOT (dark OR moon*) AND text:x NEAR',
      ['not', 'dark', 'or', 'moon', 'and', 'text+x', 'near*'],
    ],
    ['nothing but signs', '"" *** (-) :', []],
    ['nothing', '', []],
  ])('reads %s', (_name, typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });

  it('keeps within bounds for endless input', () => {
    expect(parseQuery('a '.repeat(100_000)).phrases.length).toBeLessThanOrEqual(20);
    expect(parseQuery('x'.repeat(1_000_000)).phrases[0]?.tokens[0]?.length).toBeLessThanOrEqual(64);
  });

  it('writes an expression in which a token can never be syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const tokens = parseQuery(typed).phrases.flatMap((phrase) => phrase.tokens);
        for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+$/u);
      }),
    );
  });

  it('asks for filters together with the words', () => {
    expect(ftsExpression(parseQuery('dark '), [['kreport', 'knote'], ['c3']])).toBe(
      '(text : "dark") AND (facets : ("kreport" OR "knote")) AND (facets : ("c3"))',
    );
  });
});
