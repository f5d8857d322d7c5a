/** First strong isolate and pop directional isolate (Unicode Bidirectional Algorithm): keep foreign text in its own direction. */
const isolateStart = '\u2068';
const isolateEnd = '\u2069';

/**
 * Other people's text for a terminal, on one line: control characters (also those that move the cursor or recolour) and
 * bidirectional controls are shown as their code, line breaks as a space, and the rest is isolated from what stands around it.
 */
export function safeText(text: string): string {
  const visible = [...text.replaceAll(/\s*[\r\n]+\s*/g, ' ')].map(showActing).join('');
  return `${isolateStart}${visible}${isolateEnd}`;
}

function showActing(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const acts =
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0x200e ||
    code === 0x200f ||
    code === 0x061c ||
    code === 0x2028 ||
    code === 0x2029;
  return acts ? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]` : character;
}
