import { Menu } from 'electron';
import { type MenuOptions, menuTemplate } from './menu-template.ts';

/** Draws the native menu from the shared list of commands, in the language of the moment. */
export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, process.platform)));
}
