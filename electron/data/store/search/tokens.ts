import { foldClusters } from './fold-text.ts';

/** One piece of text that can be found, with its place in the original in UTF-16 units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A run of letters: a word, or a stretch of a script that is written without spaces. */
export interface Run {
  readonly kind: 'word' | 'unspaced';
  /** One unit per folded character. */
  readonly units: readonly Token[];
}

// Scripts written without spaces, and Hangul, whose words carry their particles with them.
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const inWord = /[\p{L}\p{N}\p{M}]/u;
const pictograph = /\p{Extended_Pictographic}/u;

type CharacterKind = Run['kind'] | 'pictograph' | 'between';

function kindOf(character: string): CharacterKind {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? 'word' : 'between';
  if (inWord.test(character)) return unspaced.test(character) ? 'unspaced' : 'word';
  return pictograph.test(character) ? 'pictograph' : 'between';
}

/** Cuts a text into runs of one kind. A pictograph is a word of its own. */
export function* textRuns(text: string): Generator<Run> {
  let units: Token[] = [];
  let kind: Run['kind'] = 'word';
  for (const { folded, start, end } of foldClusters(text)) {
    for (const character of folded) {
      const next = kindOf(character);
      const run = next === 'unspaced' ? 'unspaced' : 'word';
      if (units.length > 0 && (next === 'between' || next === 'pictograph' || run !== kind)) {
        yield { kind, units };
        units = [];
      }
      if (next === 'between') continue;
      kind = run;
      units.push({ text: character, start, end });
      if (next === 'pictograph') {
        yield { kind, units };
        units = [];
      }
    }
  }
  if (units.length > 0) yield { kind, units };
}

// Longer "words" are noise (links, encoded data); cutting them keeps the index small.
const longestWord = 64;

/**
 * The tokens of a run. An unspaced run becomes overlapping pairs, and its last character stands alone as well: so a
 * query of one character, asked as a prefix, finds it anywhere in the run.
 */
export function runTokens(run: Run): Token[] {
  return run.kind === 'word' ? [joinUnits(run.units.slice(0, longestWord))] : pairsOf(run.units, true);
}

/** Overlapping pairs of an unspaced run, with or without its last character alone. */
export function pairsOf(units: readonly Token[], withLast: boolean): Token[] {
  const pairs = units.slice(1).map((unit, index) => joinUnits([units[index] ?? unit, unit]));
  const last = units.at(-1);
  return withLast && last ? [...pairs, last] : pairs;
}

/** One token over several neighbouring units. */
export function joinUnits(units: readonly Token[]): Token {
  const text = units.map((unit) => unit.text).join('');
  return { text, start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 };
}

/** A text as the index stores it: its tokens, parted by spaces. */
export function indexableText(text: string): string {
  const tokens: string[] = [];
  for (const run of textRuns(text)) for (const token of runTokens(run)) tokens.push(token.text);
  return tokens.join(' ');
}
