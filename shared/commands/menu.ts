import type { CommandId } from './commands.ts';

/** Items the system itself knows; their words come from the system or from `menu.role.<role>`. */
export const menuRoles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'minimize', 'togglefullscreen'] as const;
export type MenuRole = (typeof menuRoles)[number];

export type MenuItem = { readonly command: CommandId } | { readonly role: MenuRole } | { readonly separator: true };

export interface MenuDefinition {
  /** Words: `menu.<id>` in the topic `commands`. */
  readonly id: 'file' | 'edit' | 'view' | 'go' | 'case' | 'help';
  readonly items: readonly MenuItem[];
}

const separator = { separator: true } as const;

/** The native menu as data. The main process draws it and sends the id of what was chosen as `command.run`. */
export const menus: readonly MenuDefinition[] = [
  {
    id: 'file',
    items: [
      { command: 'sync.start' },
      { command: 'sync.send' },
      { command: 'sync.toggleOffline' },
      separator,
      { command: 'go.settings' },
      { command: 'app.lock' },
      separator,
      { command: 'app.quit' },
    ],
  },
  {
    id: 'edit',
    items: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
  {
    id: 'view',
    items: [
      { command: 'view.zoomIn' },
      { command: 'view.zoomOut' },
      { command: 'view.zoomReset' },
      separator,
      { command: 'view.toggleRail' },
      { command: 'view.toggleTheme' },
      { command: 'view.toggleDensity' },
      { command: 'view.switchLanguage' },
      separator,
      { role: 'togglefullscreen' },
    ],
  },
  {
    id: 'go',
    items: [
      { command: 'go.queue' },
      { command: 'go.cases' },
      { command: 'go.conflicts' },
      separator,
      { command: 'go.health' },
      { command: 'go.outreach' },
      { command: 'go.imports' },
      { command: 'go.records' },
      { command: 'go.identity' },
      { command: 'go.reports' },
      separator,
      { command: 'go.communities' },
    ],
  },
  {
    id: 'case',
    items: [
      { command: 'case.claim' },
      { command: 'case.release' },
      { command: 'case.note' },
      { command: 'case.wait' },
      { command: 'case.escalate' },
      separator,
      { command: 'decision.submit' },
      { command: 'decision.undo' },
    ],
  },
  { id: 'help', items: [{ command: 'app.palette' }, { command: 'app.help' }] },
];

/**
 * The accelerator as Electron writes it, or null where it must not be one: a bare letter would fire while typing, and
 * Electron knows no sequences. The window handles those itself.
 */
export function toElectronAccelerator(keys: string): string | null {
  if (keys.includes(' ') || !/^(?:Mod|F\d)/.test(keys)) return null;
  return keys
    .replace('Mod+', 'CmdOrCtrl+')
    .replace(/\+\+$/, '+Plus')
    .replace(/\+[a-z]$/, (letter) => letter.toUpperCase());
}
