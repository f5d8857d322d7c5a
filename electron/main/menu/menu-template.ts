import type { MenuItemConstructorOptions } from 'electron';
import { findCommand } from '../../../shared/commands/commands.ts';
import { type MenuDefinition, type MenuItem, menus, toElectronAccelerator } from '../../../shared/commands/menu.ts';
import type { Words } from '../words.ts';

export interface MenuOptions {
  readonly words: Pick<Words, 'translate'>;
  /** Passes the id of what was chosen to the window. */
  readonly run: (commandId: string) => void;
  readonly development: boolean;
}

/** The menu as Electron takes it. A Mac has an application menu of its own, which holds what elsewhere ends "File". */
export function menuTemplate(options: MenuOptions, platform: string): MenuItemConstructorOptions[] {
  const { words, development } = options;
  const apple = platform === 'darwin';
  const ours = menus.map((menu) => toTemplate(menu, options, apple));
  const view = ours[menus.findIndex(({ id }) => id === 'view')]?.submenu;
  if (development && Array.isArray(view)) {
    view.push({ type: 'separator' }, { role: 'reload', label: words.translate('window:menu.reload') });
    view.push({ role: 'toggleDevTools', label: words.translate('window:menu.devTools') });
  }
  return apple ? [appleMenu(options), ...ours] : ours;
}

/** On a Mac these stand in the application menu. */
const inAppleMenu: readonly string[] = ['go.settings', 'app.lock', 'app.quit'];

function toTemplate(menu: MenuDefinition, options: MenuOptions, apple: boolean): MenuItemConstructorOptions {
  const items = apple
    ? menu.items.filter((item) => !('command' in item && inAppleMenu.includes(item.command)))
    : menu.items;
  return {
    label: options.words.translate(`commands:menu.${menu.id}`),
    submenu: withoutLooseSeparators(items).map((item) => toItem(item, options)),
  };
}

function toItem(item: MenuItem, { words, run }: MenuOptions): MenuItemConstructorOptions {
  if ('separator' in item) return { type: 'separator' };
  if ('role' in item) return { role: item.role, label: words.translate(`commands:menu.role.${item.role}`) };
  const keys = findCommand(item.command)
    .keys.map(toElectronAccelerator)
    .find((key) => key !== null);
  return {
    id: item.command,
    label: words.translate(`commands:title.${item.command}`),
    // Shown, not registered: the window hears the keys itself and knows whether a person is typing.
    ...(keys ? { accelerator: keys, registerAccelerator: false } : {}),
    click: () => run(item.command),
  };
}

function appleMenu({ words, run }: MenuOptions): MenuItemConstructorOptions {
  const command = (id: 'go.settings' | 'app.lock'): MenuItemConstructorOptions => ({
    id,
    label: words.translate(`commands:title.${id}`),
    click: () => run(id),
  });
  return {
    label: 'Hearth',
    submenu: [
      { role: 'about', label: words.translate('window:menu.about') },
      { type: 'separator' },
      command('go.settings'),
      command('app.lock'),
      { type: 'separator' },
      { role: 'hide', label: words.translate('window:menu.hide') },
      { role: 'hideOthers', label: words.translate('window:menu.hideOthers') },
      { role: 'unhide', label: words.translate('window:menu.showAll') },
      { type: 'separator' },
      { role: 'quit', label: words.translate('window:menu.quit') },
    ],
  };
}

function withoutLooseSeparators(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.filter((item, index) => {
    if (!('separator' in item)) return true;
    const next = items[index + 1];
    return index > 0 && next !== undefined && !('separator' in next);
  });
}
