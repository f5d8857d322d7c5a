import type { QueryPhrase, SearchQuery } from './parse-query.ts';
import { type Token, textTokens } from './tokens.ts';

/** Start and end in the original text, in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

export interface TextMatch {
  /** In order, not overlapping. */
  readonly ranges: readonly TextRange[];
  /** Phrases that were found as whole words, not as the beginning of one. */
  readonly wholeWords: number;
}

// What a person sees of a hit is its beginning or its first match; a hostile text must not cost more than a long one.
const longestScan = 20_000;
const mostRanges = 50;

/** Finds where the phrases of a query stand in a text, with the same folding as the index. */
export function matchText(text: string, query: SearchQuery): TextMatch {
  const tokens = textTokens(text.slice(0, longestScan));
  const found: TextRange[] = [];
  let wholeWords = 0;
  for (const phrase of query.phrases) {
    let whole = false;
    for (let at = 0; at < tokens.length && found.length < mostRanges; at += 1) {
      const end = phraseEnd(tokens, at, phrase);
      if (!end) continue;
      found.push([tokens[at]?.start ?? 0, end.end]);
      whole ||= end.text === phrase.tokens.at(-1);
    }
    if (whole) wholeWords += 1;
  }
  return { ranges: mergeRanges(found), wholeWords };
}

/** The last token of the phrase, when it begins at `at`. */
function phraseEnd(tokens: readonly Token[], at: number, { tokens: wanted, prefix }: QueryPhrase): Token | undefined {
  for (const [index, text] of wanted.entries()) {
    const token = tokens[at + index];
    const isLast = index === wanted.length - 1;
    if (!token || !(token.text === text || (isLast && prefix && token.text.startsWith(text)))) return undefined;
    if (isLast) return token;
  }
  return undefined;
}

function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
