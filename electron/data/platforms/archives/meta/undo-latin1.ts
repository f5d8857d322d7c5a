import { isUtf8 } from 'node:buffer';

/**
 * Facebook and Instagram write the bytes of UTF-8 as if each were a Latin-1 character: `é` stands there as `Ã©`. Turns that
 * back. A text that can't be the product of this fault is left as it is, so that a repaired export stays right.
 */
export function undoLatin1(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
}
