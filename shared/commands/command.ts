/**
 * Where a command can be used. `always`: also while locked · `app`: in every room · `queue`: list and case side by side ·
 * `conflicts`: the comparing screen. Commands of scopes that are on screen together must not share keys.
 */
export type CommandScope = 'always' | 'app' | 'queue' | 'conflicts';

/** How the help dialog and the palette sort commands. */
export const commandGroups = ['go', 'queue', 'case', 'decision', 'sync', 'view', 'app'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** A command, declared once; its words are `title.<id>` in the topic `commands`. */
export interface CommandDefinition {
  readonly id: string;
  readonly group: CommandGroup;
  readonly scope: CommandScope;
  /** Accelerators, the first one is printed. "Mod" is Command on a Mac, Control elsewhere; "g q" is one after another. */
  readonly keys: readonly string[];
  /** Not offered in the palette: moving a cursor, typing helpers. */
  readonly hidden?: true;
}

/** True when commands of both scopes can be on screen at the same time. */
export function scopesMeet(one: CommandScope, other: CommandScope): boolean {
  const wide = (scope: CommandScope): boolean => scope === 'always' || scope === 'app';
  return one === other || wide(one) || wide(other);
}
