import { describe, expect, it } from 'vitest';
import { type KeyPress, normaliseKeys, spellKeyPress, worksWhileTyping } from '../../../shared/commands/key-press.ts';

function aPress(press: Partial<KeyPress>): KeyPress {
  return { key: 'j', code: 'KeyJ', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...press };
}
const spell = (press: Partial<KeyPress>, apple = false): string | null => spellKeyPress(aPress(press), apple);

describe('a key press', () => {
  it('is spelled by the letter of a Latin layout, wherever that letter lies', () => {
    expect(spell({ key: 'j', code: 'KeyJ' })).toBe('j');
    expect(spell({ key: 'j', code: 'KeyC' })).toBe('j');
    expect(spell({ key: 'J', shiftKey: true })).toBe('Shift+j');
  });

  it('is spelled by its place where the layout has another script', () => {
    expect(spell({ key: 'ت', code: 'KeyJ' })).toBe('j');
    expect(spell({ key: 'о', code: 'KeyJ' })).toBe('j');
    expect(spell({ key: 'О', code: 'KeyJ', shiftKey: true })).toBe('Shift+j');
    expect(spell({ key: 'م', code: 'KeyK', ctrlKey: true })).toBe('Mod+k');
    expect(spell({ key: '١', code: 'Digit1' })).toBe('1');
  });

  it('finds the question mark and the slash on Arabic and Russian layouts', () => {
    expect(spell({ key: '؟', code: 'Slash', shiftKey: true })).toBe('?');
    expect(spell({ key: 'ظ', code: 'Slash' })).toBe('/');
    expect(spell({ key: '?', code: 'Digit7', shiftKey: true })).toBe('?');
  });

  it('takes Command for Mod on a Mac and Control elsewhere', () => {
    expect(spell({ key: 'k', code: 'KeyK', metaKey: true }, true)).toBe('Mod+k');
    expect(spell({ key: 'k', code: 'KeyK', ctrlKey: true }, true)).toBe('Ctrl+k');
    expect(spell({ key: 'k', code: 'KeyK', metaKey: true })).toBe('Meta+k');
    expect(spell({ key: '∆', code: 'KeyJ', altKey: true }, true)).toBe('Alt+j');
  });

  it('is nothing for a modifier alone or a dead key', () => {
    expect(spell({ key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull();
    expect(spell({ key: 'Dead', code: 'Quote' })).toBeNull();
  });

  it('names the space bar and Enter', () => {
    expect(spell({ key: ' ', code: 'Space' })).toBe('Space');
    expect(spell({ key: 'Enter', code: 'Enter', ctrlKey: true })).toBe('Mod+Enter');
  });
});

describe('accelerators', () => {
  it('have one spelling', () => {
    expect(normaliseKeys(' shift+mod+K ')).toBe('Mod+Shift+k');
    expect(normaliseKeys('G  Q')).toBe('g q');
    expect(normaliseKeys('Mod++')).toBe('Mod++');
  });

  it('work while typing only with a modifier', () => {
    expect(worksWhileTyping('j')).toBe(false);
    expect(worksWhileTyping('Shift+j')).toBe(false);
    expect(worksWhileTyping('?')).toBe(false);
    expect(worksWhileTyping('Mod+k')).toBe(true);
    expect(worksWhileTyping('F1')).toBe(true);
  });
});
