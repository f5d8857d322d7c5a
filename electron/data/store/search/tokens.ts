import { foldClusters } from './fold-text.ts';

/** One piece of text that can be found, with its place in the original in UTF-16 units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A run of letters: a word, or a stretch of a script that is written without spaces, one unit per folded character. */
export type Run =
  | { readonly kind: 'word'; readonly token: Token }
  | { readonly kind: 'unspaced'; readonly units: readonly Token[] };

// Scripts written without spaces, and Hangul, whose words carry their particles with them.
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const inWord = /[\p{L}\p{N}\p{M}]/u;
const pictograph = /\p{Extended_Pictographic}/u;

type CharacterKind = Run['kind'] | 'pictograph' | 'between';

const knownKinds = new Map<string, CharacterKind>();
const knownLimit = 20_000;

function kindOf(character: string): CharacterKind {
  let kind = knownKinds.get(character);
  if (kind === undefined) {
    kind = judgeKind(character);
    if (knownKinds.size >= knownLimit) knownKinds.clear();
    knownKinds.set(character, kind);
  }
  return kind;
}

function judgeKind(character: string): CharacterKind {
  if (inWord.test(character)) return unspaced.test(character) ? 'unspaced' : 'word';
  // Digits and the number sign count as pictographs in Unicode's lists, but in ASCII they are what they look like.
  return character.charCodeAt(0) >= 0x80 && pictograph.test(character) ? 'pictograph' : 'between';
}

// Longer "words" are noise (links, encoded data); cutting them keeps the index small.
const longestWord = 64;

/** Cuts a text into runs of one kind. A pictograph is a word of its own. */
export function textRuns(text: string): readonly Run[] {
  const collector = new RunCollector();
  foldClusters(text, (folded, start, end) => {
    if (folded.length === 1) collector.add(folded, start, end);
    else for (const character of folded) collector.add(character, start, end);
  });
  return collector.finish();
}

class RunCollector {
  readonly #runs: Run[] = [];
  #word = '';
  #start = 0;
  #end = 0;
  #units: Token[] = [];

  add(character: string, start: number, end: number): void {
    const kind = kindOf(character);
    if (kind === 'word') this.#addToWord(character, start, end);
    else {
      this.#endWord();
      if (kind === 'unspaced') this.#units.push({ text: character, start, end });
      else this.#endUnits();
      if (kind === 'pictograph') this.#runs.push({ kind: 'word', token: { text: character, start, end } });
    }
  }

  finish(): readonly Run[] {
    this.#endWord();
    this.#endUnits();
    return this.#runs;
  }

  #addToWord(character: string, start: number, end: number): void {
    this.#endUnits();
    if (this.#word === '') this.#start = start;
    if (this.#word.length < longestWord) this.#word += character;
    this.#end = end;
  }

  #endWord(): void {
    if (this.#word === '') return;
    this.#runs.push({ kind: 'word', token: { text: this.#word, start: this.#start, end: this.#end } });
    this.#word = '';
  }

  #endUnits(): void {
    if (this.#units.length === 0) return;
    this.#runs.push({ kind: 'unspaced', units: this.#units });
    this.#units = [];
  }
}

/**
 * Overlapping pairs of an unspaced run. The index also holds its last character alone: so a query of one character, asked
 * as a prefix, finds it anywhere in the run.
 */
export function pairsOf(units: readonly Token[], withLast: boolean): readonly Token[] {
  const pairs: Token[] = [];
  let before: Token | undefined;
  for (const unit of units) {
    if (before) pairs.push({ text: before.text + unit.text, start: before.start, end: unit.end });
    before = unit;
  }
  if (withLast && before) pairs.push(before);
  return pairs;
}

/** Every token of a text, in order. */
export function textTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const run of textRuns(text)) {
    if (run.kind === 'word') tokens.push(run.token);
    else tokens.push(...pairsOf(run.units, true));
  }
  return tokens;
}

/** A text as the index stores it: its tokens, parted by spaces. */
export function indexableText(text: string): string {
  return textTokens(text)
    .map((token) => token.text)
    .join(' ');
}
