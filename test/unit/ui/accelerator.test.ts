import { describe, expect, it } from 'vitest';
import { spellAccelerator } from '../../../renderer/ui/accelerator.ts';

const inEnglish = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

describe('an accelerator on screen', () => {
  it('is spelled as the machine does it', () => {
    expect(spellAccelerator('Mod+Shift+k', inEnglish, false)).toEqual(['Ctrl+Shift+K']);
    expect(spellAccelerator('Mod+Shift+k', inEnglish, true)).toEqual(['⌘⇧K']);
  });

  it('is one key cap for each press of a sequence', () => {
    expect(spellAccelerator('g q', inEnglish, false)).toEqual(['G', 'Q']);
  });

  it('keeps signs, arrows and the plus key', () => {
    expect(spellAccelerator('?', inEnglish, false)).toEqual(['?']);
    expect(spellAccelerator('Alt+ArrowLeft', inEnglish, false)).toEqual(['Alt+←']);
    expect(spellAccelerator('Mod++', inEnglish, false)).toEqual(['Ctrl++']);
  });
});
