import { RotateCcw, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandGroups } from '../../../shared/commands/command.ts';
import { type CommandId, commands, isCommandId } from '../../../shared/commands/commands.ts';
import { findKeyConflicts, keysOf } from '../../../shared/commands/key-conflicts.ts';
import { useSetting } from '../../app/settings/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCapture } from './key-capture.tsx';

type Command = (typeof commands)[number];

/** Every command with its keys; new keys are refused where another command on the same screen has them. */
export function KeyboardPart() {
  const { t } = useTranslation('settings');
  const { t: words } = useTranslation('commands');
  const [remap, setRemap] = useSetting('keyboard.remap');
  const [problem, setProblem] = useState<string | null>(null);

  const change = (id: CommandId, keys: string): void => {
    const next = { ...remap, [id]: keys };
    const conflict = findKeyConflicts(commands, next).find(({ commandIds }) => commandIds.includes(id));
    if (!conflict) {
      setProblem(null);
      setRemap(next);
      return;
    }
    const other = conflict.commandIds.find((commandId) => commandId !== id);
    setProblem(
      other && isCommandId(other) ? t('keys.conflict', { command: words(`title.${other}`) }) : t('keys.reserved'),
    );
  };
  const reset = (id: CommandId): void => {
    const { [id]: _dropped, ...rest } = remap;
    setProblem(null);
    setRemap(rest);
  };
  return (
    <div className="settings-part settings-keys">
      <p className="ui-description">{t('keys.lead')}</p>
      {problem && (
        <Callout tone="harm" announce>
          {problem}
        </Callout>
      )}
      {commandGroups.map((group) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h2 id={`keys-${group}`} className="settings-keys-group">
            {words(`group.${group}`)}
          </h2>
          <ul>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <KeyLine
                  key={command.id}
                  command={command}
                  keys={keysOf(command, remap)}
                  isOwn={remap[command.id] !== undefined}
                  onChange={(keys) => change(command.id, keys)}
                  onReset={() => reset(command.id)}
                />
              ))}
          </ul>
        </section>
      ))}
      <div>
        <Button icon={RotateCcw} isDisabled={Object.keys(remap).length === 0} onPress={() => setRemap({})}>
          {t('keys.resetAll')}
        </Button>
      </div>
    </div>
  );
}

interface KeyLineProps {
  command: Command;
  keys: readonly string[];
  isOwn: boolean;
  onChange: (keys: string) => void;
  onReset: () => void;
}

function KeyLine({ command, keys, isOwn, onChange, onReset }: KeyLineProps) {
  const { t } = useTranslation('settings');
  const { t: words } = useTranslation('commands');
  const title = words(`title.${command.id}`);
  const titleId = useId();
  return (
    <li className="settings-key-line">
      <span className="settings-key-title" id={titleId}>
        {title}
      </span>
      {isOwn && <IconButton label={t('keys.reset', { command: title })} icon={RotateCcw} onPress={onReset} />}
      {keys.length > 0 && (
        <IconButton
          className="settings-key-remove"
          label={t('keys.remove', { command: title })}
          icon={X}
          onPress={() => onChange('')}
        />
      )}
      <KeyCapture titleId={titleId} keys={keys} onCapture={onChange} />
    </li>
  );
}
