import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { KeyHint } from './key-hint.tsx';
import './menu.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  description?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Cannot be undone: set apart by colour and by its icon. */
  danger?: boolean | undefined;
  onAction: () => void;
}

/** A menu that opens from the button given as child. */
export function Menu({
  label,
  entries,
  children,
}: {
  label: string;
  entries: readonly MenuEntry[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="ui-menu-popover" offset={4} placement="bottom end">
        <AriaMenu className="ui-menu" aria-label={label} items={entries}>
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              className="ui-menu-item"
              data-danger={entry.danger || undefined}
              isDisabled={entry.isDisabled ?? false}
              onAction={entry.onAction}
            >
              {entry.icon && <entry.icon className="ui-icon" aria-hidden />}
              <span className="ui-menu-words">
                <span>{entry.label}</span>
                {entry.description && <span className="ui-description">{entry.description}</span>}
              </span>
              {entry.keys && <KeyHint keys={entry.keys} />}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
