import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isCommandId } from '../../../shared/commands/commands.ts';
import { findSetting } from '../../../shared/settings/settings.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { announce } from '../../ui/live-region.tsx';
import { call, on } from '../api.ts';
import { useSetting } from '../settings/use-setting.ts';
import { runCommand, useCommand } from './command-handlers.ts';
import { listenToKeyboard } from './keyboard.ts';

const zoomStep = 0.125;
const zoomRange = findSetting('zoom') as { minimum: number; maximum: number };

/** Commands that work everywhere, also while locked, and the one place that listens to the keyboard and the menu. */
export function AlwaysCommands() {
  const { t, i18n } = useTranslation('app');
  const format = useFormat();
  const [theme, setTheme] = useSetting('theme');
  const [zoom, setZoom] = useSetting('zoom');
  const [, setLanguage] = useSetting('language');
  const [remap] = useSetting('keyboard.remap');

  // Keys repeat faster than the window draws: each step counts from the last one asked for.
  const lastZoom = useRef(zoom);
  useEffect(() => {
    lastZoom.current = zoom;
  }, [zoom]);
  const zoomTo = (next: number): void => {
    const size = Math.min(zoomRange.maximum, Math.max(zoomRange.minimum, next));
    lastZoom.current = size;
    setZoom(size);
    announce(t('notice.zoom', { percent: format.percent(size) }));
  };
  useCommand('view.zoomIn', () => zoomTo(lastZoom.current + zoomStep));
  useCommand('view.zoomOut', () => zoomTo(lastZoom.current - zoomStep));
  useCommand('view.zoomReset', () => zoomTo(1));
  useCommand('view.toggleTheme', () => {
    const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    setTheme(dark ? 'light' : 'dark');
    announce(t(dark ? 'notice.theme.light' : 'notice.theme.dark'));
  });
  useCommand('view.switchLanguage', () => setLanguage(i18n.language === 'ar' ? 'en' : 'ar'));
  useCommand('app.quit', () => void call('app.quit', null).catch(() => undefined));

  const readRemap = useEffectEvent(() => remap);
  useEffect(() => listenToKeyboard(window, () => readRemap()), []);
  useEffect(
    () =>
      on('command.run', ({ commandId }) => {
        if (isCommandId(commandId)) runCommand(commandId);
      }),
    [],
  );
  return null;
}
