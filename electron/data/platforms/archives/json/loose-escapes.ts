/**
 * Telegram writes control characters as `\x1F`, which no JSON knows. Text comes in pieces; a piece that may end inside an
 * escape is held back. A backslash that is itself escaped is left alone.
 */
export function looseEscapes(): { push(text: string): string; end(): string } {
  let held = '';
  const repair = (text: string) =>
    text.includes('\\x') ? text.replace(/\\(?:x([0-9A-Fa-f]{2})|[\s\S])/g, asJson) : text;
  return {
    push(text) {
      const whole = held + text;
      const cut = /\\+[^\\]{0,3}$/.exec(whole)?.index ?? whole.length;
      held = whole.slice(cut);
      return repair(whole.slice(0, cut));
    },
    end: () => repair(held),
  };
}

function asJson(written: string, hex: string | undefined): string {
  return hex === undefined ? written : `\\u00${hex}`;
}
