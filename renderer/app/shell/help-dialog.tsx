import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandGroups } from '../../../shared/commands/command.ts';
import { commands } from '../../../shared/commands/commands.ts';
import { keysOf } from '../../../shared/commands/key-conflicts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useCommand } from '../commands/command-handlers.ts';
import { useSetting } from '../settings/use-setting.ts';
import './help-dialog.css';

/** Every command that has keys, by group. Opens on "?". */
export function HelpDialog() {
  const { t } = useTranslation('commands');
  const [isOpen, setOpen] = useState(false);
  const [remap] = useSetting('keyboard.remap');
  useCommand('app.help', () => setOpen(true));
  const listed = commands
    .map((command) => ({ ...command, keys: keysOf(command, remap) }))
    .filter(({ keys }) => keys.length > 0);
  return (
    <Dialog
      title={t('help.title')}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      size="large"
      isLong
      actions={
        <Button autoFocus onPress={() => setOpen(false)}>
          {t('help.close')}
        </Button>
      }
    >
      <p className="ui-description">{t('help.lead')}</p>
      <div className="help-groups">
        {commandGroups.map((group) => (
          <section key={group} className="help-group" aria-labelledby={`help-${group}`}>
            <h3 id={`help-${group}`}>{t(`group.${group}`)}</h3>
            <dl>
              {listed
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="help-line">
                    <dt>{t(`title.${command.id}`)}</dt>
                    <dd>
                      {command.keys.map((keys) => (
                        <KeyHint key={keys} keys={keys} spoken />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
