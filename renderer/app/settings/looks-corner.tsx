import { Languages, MoonStar, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../shared/strings/languages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { runCommand } from '../commands/command-handlers.ts';
import { useSetting } from './use-setting.ts';

/** Language and theme for the screens before the store is open. */
export function LooksCorner() {
  const { t, i18n } = useTranslation('commands');
  const [, setLanguage] = useSetting('language');
  const [theme] = useSetting('theme');
  const current = languages.find(({ code }) => code === i18n.language) ?? languages[0];
  return (
    <>
      <Menu
        label={t('title.view.switchLanguage')}
        entries={languages.map(({ code, name }) => ({ id: code, label: name, onAction: () => setLanguage(code) }))}
      >
        <Button variant="quiet" icon={Languages}>
          {current.name}
        </Button>
      </Menu>
      <IconButton
        label={t('title.view.toggleTheme')}
        icon={theme === 'dark' ? Sun : MoonStar}
        onPress={() => void runCommand('view.toggleTheme')}
      />
    </>
  );
}
