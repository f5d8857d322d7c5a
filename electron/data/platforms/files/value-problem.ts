import type { RejectReason } from './reject-reasons.ts';

/** Longest name, space, thread or id that is taken, in UTF-16 units. */
const LONGEST_VALUE = 500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const suspectCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** What keeps a name, space, thread or id from being stored, if anything does. */
export function problemOf(value: string): RejectReason | undefined {
  if (value.length > LONGEST_VALUE) return 'value-too-long';
  if (!suspectCharacter.test(value)) return undefined;
  return value.includes('\ufffd') ? 'encoding' : 'control-characters';
}
