/**
 * Text written by other people is shown inside our own sentences. Two things must not happen: its direction must not
 * reorder the words around it, and characters nobody sees must not pretend something. Source of the character lists:
 * Unicode 16, annex 9 (explicit directional formatting) and general category Cc.
 */

const leftToRightIsolate = '\u2066';
const rightToLeftIsolate = '\u2067';
const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/** Explicit direction changes. The plain marks (200E, 200F, 061C) are ordinary spelling in Arabic and Hebrew. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Control characters except tab and the line breaks, and line or paragraph separators that layout would obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Characters that take no room and are no part of spelling in the languages we ship, where a string is only these. */
const invisible = /[\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;

const firstLetter = /\p{L}/u;
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A direction mark before the first letter: numbers of `Intl` begin with one where their sign or percent needs it. */
const markBeforeLetters = /^\P{L}*?[\u200e\u200f\u061c]/u;

/** A piece of text, or one character that would act instead of being seen. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'control'; readonly codePoint: string };

/** Removes direction changes, controls and invisible characters: for names and short values set inside a sentence. */
export function stripActingCharacters(text: string): string {
  return text.replace(directionControls, '').replace(controls, ' ').replace(invisible, '');
}

/**
 * Puts a value between an isolate and U+2069 so that it keeps its own direction and leaves ours alone. Its direction is
 * that of its first letter: "first strong" (U+2068) does that by itself, unless a direction mark stands before the letter
 * ("+10 نقاط" of `Intl` begins with U+200E, and would run from left to right); then the direction is named. Values
 * without a letter (counts, percentages) cannot reorder anything that matters and stay bare, so that they can be searched
 * and compared.
 */
export function isolateText(text: string): string {
  const safe = stripActingCharacters(text);
  const letter = firstLetter.exec(safe)?.[0];
  if (letter === undefined) return safe;
  return `${markBeforeLetters.test(safe) ? directionOf(letter) : firstStrongIsolate}${safe}${popDirectionalIsolate}`;
}

function directionOf(letter: string): string {
  return rightToLeftLetter.test(letter) ? rightToLeftIsolate : leftToRightIsolate;
}

/** Cuts text into what can be shown as it is and the acting characters, named "U+202E", that must be shown as signs. */
export function splitActingCharacters(text: string): TextPiece[] {
  const acting = new RegExp(`${directionControls.source}|${controls.source}|${invisible.source}`, 'gu');
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(acting)) {
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    const codePoint = match[0].codePointAt(0) ?? 0;
    pieces.push({ kind: 'control', codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}
