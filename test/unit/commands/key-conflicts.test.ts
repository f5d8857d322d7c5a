import { describe, expect, it } from 'vitest';
import type { CommandDefinition } from '../../../shared/commands/command.ts';
import { commands } from '../../../shared/commands/commands.ts';
import { findKeyConflicts, keysOf } from '../../../shared/commands/key-conflicts.ts';
import { menus, toElectronAccelerator } from '../../../shared/commands/menu.ts';

function aCommand(id: string, scope: CommandDefinition['scope'], ...keys: string[]): CommandDefinition {
  return { id, group: 'app', scope, keys };
}

describe('keys of the commands', () => {
  it('never clash among commands that can be on screen together', () => {
    expect(findKeyConflicts(commands)).toEqual([]);
  });

  it('have ids that are there once', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it('clash when the same keys are wanted in the same room', () => {
    const clash = findKeyConflicts([aCommand('one', 'queue', 'j'), aCommand('two', 'queue', 'J')]);
    expect(clash).toEqual([{ keys: 'j', commandIds: ['one', 'two'] }]);
  });

  it('clash between a room and everywhere, but not between two rooms', () => {
    expect(findKeyConflicts([aCommand('one', 'app', 'x'), aCommand('two', 'conflicts', 'x')])).toHaveLength(1);
    expect(findKeyConflicts([aCommand('one', 'queue', 'x'), aCommand('two', 'conflicts', 'x')])).toEqual([]);
  });

  it('clash when one is the beginning of a sequence', () => {
    expect(findKeyConflicts([aCommand('one', 'app', 'g'), aCommand('two', 'app', 'g q')])).toHaveLength(1);
    expect(findKeyConflicts([aCommand('one', 'app', 'g c'), aCommand('two', 'app', 'g q')])).toEqual([]);
  });

  it('may not be those that typing and moving around need', () => {
    expect(findKeyConflicts([aCommand('one', 'queue', 'Mod+C')])).toEqual([{ keys: 'Mod+c', commandIds: ['one'] }]);
    expect(findKeyConflicts([aCommand('one', 'queue', 'Enter')])).toHaveLength(1);
  });

  it("are a person's own where there are any, and none where they were taken away", () => {
    const command = aCommand('one', 'queue', 'j', 'ArrowDown');
    expect(keysOf(command)).toEqual(['j', 'ArrowDown']);
    expect(keysOf(command, { one: 'Mod+shift+M' })).toEqual(['Mod+Shift+m']);
    expect(keysOf(command, { one: '' })).toEqual([]);
    expect(findKeyConflicts([command, aCommand('two', 'queue', 'x')], { two: 'j' })).toHaveLength(1);
  });
});

describe('native menu', () => {
  it('names only commands that exist, each once', () => {
    const named = menus.flatMap(({ items }) => items.flatMap((item) => ('command' in item ? [item.command] : [])));
    const known = commands.map(({ id }) => id);
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('takes accelerators with a modifier and no bare letters or sequences', () => {
    expect(toElectronAccelerator('Mod+Shift+L')).toBe('CmdOrCtrl+Shift+L');
    expect(toElectronAccelerator('Mod++')).toBe('CmdOrCtrl+Plus');
    expect(toElectronAccelerator('Mod+k')).toBe('CmdOrCtrl+K');
    expect(toElectronAccelerator('F1')).toBe('F1');
    expect(toElectronAccelerator('j')).toBeNull();
    expect(toElectronAccelerator('g q')).toBeNull();
  });
});
