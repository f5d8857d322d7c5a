/** Arabic-Indic and Persian digits as the ones that are reckoned with. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * Reads a typed number of up to seven digits and three decimals in any of our digits, below zero where that makes sense;
 * undefined where it is none.
 */
export function readNumber(text: string, mayBeNegative = false): number | undefined {
  const typed = plainDigits(text.trim());
  // Keyboards for Arabic write a mark of direction before a minus.
  const negative = mayBeNegative ? /^[\u061c\u200e\u200f]*[-−](.*)$/.exec(typed) : null;
  if (negative) {
    const size = readNumber(negative[1] ?? '');
    return size === undefined ? undefined : 0 - size;
  }
  const plain = typed;
  // Three digits after a comma may be thousands or decimals; guessing would make a goal nobody meant.
  if (/,\d{3}$/.test(plain)) return undefined;
  const match = /^(\d{1,7})(?:[.,٫](\d{1,3}))?$/.exec(plain);
  return match ? Number(`${match[1]}.${match[2] ?? 0}`) : undefined;
}

/** Reads a typed day of the calendar as YYYY-MM-DD; undefined where there is no such day. */
export function readDay(text: string): string | undefined {
  const plain = plainDigits(text.trim());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plain)) return undefined;
  const at = new Date(`${plain}T00:00:00Z`);
  // A date that rolls over (31 June) is not the one that was typed.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(plain) ? plain : undefined;
}
