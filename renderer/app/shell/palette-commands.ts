import { useFilter } from 'react-aria-components/Autocomplete';
import { useTranslation } from 'react-i18next';
import type { CommandDefinition } from '../../../shared/commands/command.ts';
import { type CommandId, commands } from '../../../shared/commands/commands.ts';
import { keysOf } from '../../../shared/commands/key-conflicts.ts';
import { useAvailableCommands } from '../commands/command-handlers.ts';
import { useSetting } from '../settings/use-setting.ts';

export interface PaletteCommand {
  readonly id: CommandId;
  readonly group: CommandDefinition['group'];
  readonly title: string;
  readonly keys: string | undefined;
}

/** The commands that can be run now and contain every typed word, in any order, without regard to case or accents. */
export function usePaletteCommands(words: string): PaletteCommand[] {
  const { t } = useTranslation('commands');
  const available = useAvailableCommands();
  const [remap] = useSetting('keyboard.remap');
  const { contains } = useFilter({ sensitivity: 'base' });
  const wanted = words.trim().split(/\s+/).filter(Boolean);
  return commands
    .filter((command) => available.includes(command.id) && !('hidden' in command))
    .map((command) => ({
      id: command.id,
      group: command.group,
      title: t(`title.${command.id}`),
      keys: keysOf(command, remap)[0],
    }))
    .filter(({ title }) => wanted.every((word) => contains(title, word)));
}
