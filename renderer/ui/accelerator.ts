/** Key names that need a word in the user's language. */
export type NamedKey = 'enter' | 'escape' | 'space' | 'shift' | 'ctrl' | 'alt' | 'tab' | 'backspace' | 'delete';

const words: Readonly<Record<string, NamedKey>> = {
  Enter: 'enter',
  Escape: 'escape',
  Space: 'space',
  Shift: 'shift',
  Ctrl: 'ctrl',
  Alt: 'alt',
  Tab: 'tab',
  Backspace: 'backspace',
  Delete: 'delete',
};
const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const appleSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };

/** Whether this machine calls its main modifier Command. */
export const isApple = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/**
 * Spells an accelerator: "Mod+Shift+K" gives ["Ctrl+Shift+K"] or ["⌘⇧K"]; a sequence "g q" gives one entry per press.
 */
export function spellAccelerator(keys: string, word: (name: NamedKey) => string, apple = isApple): string[] {
  return keys.split(' ').map((press) => {
    const parts = press.split(/\+(?!$)/).map((part) => {
      if (apple && appleSigns[part]) return appleSigns[part];
      const name = words[part === 'Mod' ? 'Ctrl' : part];
      return name ? word(name) : (signs[part] ?? (part.length === 1 ? part.toUpperCase() : part));
    });
    return parts.join(apple ? '' : '+');
  });
}
