/**
 * Folding makes texts that a reader takes for the same word the same string. It works cluster by cluster (a letter with
 * the marks on it), so that every folded piece knows where in the original it came from.
 */

// A letter with its marks; Hangul written as single jamo and half-width kana voicing count as marks of the letter before.
const clusterPattern = /[^\p{M}\u1160-\u11FF\uFF9E\uFF9F]?[\p{M}\u1160-\u11FF\uFF9E\uFF9F]*/uy;

// Marks that people leave out: accents, niqqud, harakat, Koranic signs, variation selectors. Vowel signs of Indic
// scripts and Thai are marks too, but there they are letters, and the kana voicing signs tell は from ば.
const droppedMarks =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the class lists single marks on purpose.
  /[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0711\u0730-\u074A\u08D3-\u08E1\u08E3-\u08FF\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\u{E0100}-\u{E01EF}]/gu;

// Zero-width and bidirectional controls, soft hyphen, tags; Arabic tatweel; the hamza that stands alone.
// biome-ignore lint/suspicious/noMisleadingCharacterClass: as above.
const droppedCharacters = /[\p{Cf}\u0640\u0621\u034F]/gu;

// Letters of their own, not accented ones: й is no и to a Russian reader, nor ў у, ї і.
const ownCyrillicLetters = /[ийуўіїИЙУЎІЇ]/;

const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ħ', 'h'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ĸ', 'k'],
  ['ς', 'σ'],
  // Arabic, Persian and Urdu forms of alef, waw, ya, kaf and ha.
  ['ٱ', 'ا'],
  ['ٲ', 'ا'],
  ['ٳ', 'ا'],
  ['ٵ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ۍ', 'ي'],
  ['ێ', 'ي'],
  ['ے', 'ي'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ة', 'ه'],
  ['ۃ', 'ه'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
]);

const known = new Map<string, string>();
const knownLimit = 20_000;

const asciiFolded = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code).toLowerCase());

/** Folds one cluster. Case, accents, width, kana kind and digits of every script disappear; may return nothing. */
export function foldCluster(cluster: string): string {
  let folded = known.get(cluster);
  if (folded === undefined) {
    folded = foldUnknownCluster(cluster);
    // Hostile text can hold any number of different clusters.
    if (known.size >= knownLimit) known.clear();
    known.set(cluster, folded);
  }
  return folded;
}

function foldUnknownCluster(cluster: string): string {
  const bare = cluster.replace(droppedCharacters, '');
  const composed = bare.normalize('NFC');
  const decomposed = ownCyrillicLetters.test(composed)
    ? composed.replace(droppedMarks, '')
    : composed.normalize('NFKD').replace(droppedCharacters, '').replace(droppedMarks, '').normalize('NFC');
  const lower = decomposed.toLowerCase().replace(droppedMarks, '');
  return [...lower].map(foldCharacter).join('');
}

function foldCharacter(character: string): string {
  const letter = letters.get(character);
  if (letter !== undefined) return letter;
  const code = character.codePointAt(0) ?? 0;
  // Katakana to hiragana: the blocks run in parallel.
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCodePoint(code - 0x60);
  return /\p{Nd}/u.test(character) ? decimalDigit(code) : character;
}

/** Unicode lays decimal digits in runs of ten whose zero ends in hexadecimal 0 or, in the scripts of India, 6. */
function decimalDigit(code: number): string {
  const low = code % 16;
  const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - low));
  return String((startsAtZero ? low : low - 6) % 10);
}

/** Told each cluster, folded, with its offsets in the original in UTF-16 units. */
export type ClusterReader = (folded: string, start: number, end: number) => void;

/** Cuts a text into clusters and folds each. Most text is ASCII, and no mark is, so that is read without a pattern. */
export function foldClusters(text: string, read: ClusterReader): void {
  let at = 0;
  while (at < text.length) {
    const ascii = asciiFolded[text.charCodeAt(at)];
    if (ascii !== undefined && !(text.charCodeAt(at + 1) >= 0x300)) {
      read(ascii, at, at + 1);
      at += 1;
      continue;
    }
    clusterPattern.lastIndex = at;
    const cluster = clusterPattern.exec(text)?.[0] ?? text.charAt(at);
    read(foldCluster(cluster), at, at + cluster.length);
    at += cluster.length;
  }
}
