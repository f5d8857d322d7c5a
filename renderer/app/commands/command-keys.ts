import { type CommandId, findCommand } from '../../../shared/commands/commands.ts';
import { keysOf } from '../../../shared/commands/key-conflicts.ts';
import { useSetting } from '../settings/use-setting.ts';

/** The keys to print on a command's button: a person's own in the place of the defaults. */
export function useCommandKeys(id: CommandId): string | undefined {
  const [remap] = useSetting('keyboard.remap');
  return keysOf(findCommand(id), remap)[0];
}
