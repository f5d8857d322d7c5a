import { CircleHelp, Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { runCommand, useCommand } from '../commands/command-handlers.ts';
import { useCommandKeys } from '../commands/command-keys.ts';
import { Palette } from './palette.tsx';
import './command-field.css';

/** The field at the top centre: press it or its keys to find a command or a case. */
export function CommandField() {
  const { t } = useTranslation('commands');
  const [isOpen, setOpen] = useState(false);
  useCommand('app.palette', () => setOpen(true));
  const keys = useCommandKeys('app.palette');
  return (
    <header className="command-bar">
      <span className="command-name">Hearth</span>
      <Button className="command-field" onPress={() => setOpen(true)}>
        <Search className="ui-icon" aria-hidden />
        <span className="command-field-words">{t('palette.field')}</span>
        {keys && <KeyHint keys={keys} />}
      </Button>
      <div className="command-end">
        <IconButton
          label={t('title.app.help')}
          icon={CircleHelp}
          keys={useCommandKeys('app.help')}
          onPress={() => runCommand('app.help')}
        />
      </div>
      {isOpen && <Palette onClose={() => setOpen(false)} />}
    </header>
  );
}
