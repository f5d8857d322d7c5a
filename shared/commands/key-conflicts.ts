import { type CommandDefinition, scopesMeet } from './command.ts';
import { normaliseKeys } from './key-press.ts';

/** A person's own keys by command; an empty text takes the keys away. */
export type Remap = Readonly<Record<string, string>>;

/** Keys the system or the text fields need; a command on them would never be reached or would break editing. */
const reserved = ['Mod+c', 'Mod+v', 'Mod+x', 'Mod+a', 'Mod+z', 'Tab', 'Shift+Tab', 'Escape', 'Enter', 'Space'];

export interface KeyConflict {
  readonly keys: string;
  /** The commands that want the same keys; one alone where the keys are reserved. */
  readonly commandIds: readonly string[];
}

/** The keys a command answers to, in their one spelling, with a person's own in the place of the defaults. */
export function keysOf(command: CommandDefinition, remap: Remap = {}): string[] {
  const own = remap[command.id];
  if (own === undefined) return command.keys.map(normaliseKeys);
  return own.trim() === '' ? [] : [normaliseKeys(own)];
}

/** One is the other, or its beginning: "g" would swallow "g q". */
function collide(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** Every pair of commands that can be on screen together and want the same keys, and every use of a reserved key. */
export function findKeyConflicts(commands: readonly CommandDefinition[], remap: Remap = {}): KeyConflict[] {
  const conflicts: KeyConflict[] = [];
  const claims = commands.flatMap((command) => keysOf(command, remap).map((keys) => ({ command, keys })));
  for (const [index, one] of claims.entries()) {
    if (reserved.includes(one.keys)) conflicts.push({ keys: one.keys, commandIds: [one.command.id] });
    for (const other of claims.slice(index + 1)) {
      if (collide(one.keys, other.keys) && scopesMeet(one.command.scope, other.command.scope)) {
        conflicts.push({ keys: one.keys, commandIds: [one.command.id, other.command.id] });
      }
    }
  }
  return conflicts;
}
