/** The part of a keyboard event that decides which keys were pressed. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const named: Readonly<Record<string, string>> = { ' ': 'Space', Esc: 'Escape' };
/** What the keys beside the letters give on the layout accelerators are written in: plain and with Shift. */
const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Backquote: ['`', '~'],
};
const modifierKeys = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Fn',
  'Dead',
  'Process',
  'Unidentified',
]);

/** The key's place on the keyboard read as Latin: for layouts whose own letters are Arabic, Cyrillic, Hebrew, Greek. */
function latinByPlace({ code, shiftKey }: KeyPress): string | null {
  const place = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code);
  if (place) return place[1]?.toLowerCase() ?? place[2] ?? place[3] ?? null;
  return signs[code]?.[shiftKey ? 1 : 0] ?? null;
}

function keyName(press: KeyPress): string | null {
  if (modifierKeys.has(press.key)) return null;
  if (press.key.length > 1 || named[press.key]) return named[press.key] ?? press.key;
  const isAscii = press.key >= '!' && press.key <= '~';
  // With Alt a Mac types signs such as "∆"; the place says which key was meant.
  const name = isAscii && !press.altKey ? press.key : (latinByPlace(press) ?? press.key);
  return name.toLowerCase();
}

/**
 * Spells a key press as accelerators are written ("Mod+Shift+k", "?", "Enter"); null for a modifier alone. Mod is Command
 * on a Mac and Control elsewhere. Shift counts for letters and named keys; a sign such as "?" already contains it.
 */
export function spellKeyPress(press: KeyPress, apple: boolean): string | null {
  const name = keyName(press);
  if (name === null) return null;
  const parts: string[] = [];
  if (apple ? press.metaKey : press.ctrlKey) parts.push('Mod');
  if (apple ? press.ctrlKey : press.metaKey) parts.push(apple ? 'Ctrl' : 'Meta');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey && (name.length > 1 || /[a-z0-9]/.test(name))) parts.push('Shift');
  return [...parts, name].join('+');
}

/** The one spelling of an accelerator, so that "mod+K" and "Mod+k" are the same. A sequence keeps its spaces. */
export function normaliseKeys(keys: string): string {
  return keys
    .trim()
    .split(/\s+/)
    .map((press) => {
      const parts = press.split(/\+(?!$)/);
      const key = parts.at(-1) ?? '';
      const modifiers = ['Mod', 'Ctrl', 'Meta', 'Alt', 'Shift'].filter((modifier) =>
        parts.slice(0, -1).some((part) => part.toLowerCase() === modifier.toLowerCase()),
      );
      return [...modifiers, key.length === 1 ? key.toLowerCase() : key].join('+');
    })
    .join(' ');
}

/** Whether a press means something while a person is typing: only with Mod or Alt, or a function key. */
export function worksWhileTyping(keys: string): boolean {
  return /^(?:Mod|Ctrl|Meta|Alt)\+/.test(keys) || /^F\d{1,2}$/.test(keys);
}
