import { ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldDescription } from './field-parts.tsx';
import './field.css';
import './menu.css';
import './combo-box.css';

export interface ComboBoxProps {
  label: string;
  description?: string | undefined;
  options: readonly { id: string; label: string }[];
  value: string | null;
  onChange: (id: string) => void;
}

/** One of many choices, found by typing. */
export function ComboBox({ label, description, options, value, onChange }: ComboBoxProps) {
  return (
    <AriaComboBox
      className="ui-field"
      defaultItems={options}
      value={value}
      onChange={(id) => id !== null && onChange(String(id))}
      menuTrigger="focus"
    >
      <Label className="ui-label">{label}</Label>
      <FieldDescription>{description}</FieldDescription>
      <div className="ui-input-row">
        <Input className="ui-input" />
        <Button className="ui-combo-button ui-input-end">
          <ChevronsUpDown className="ui-icon" aria-hidden />
        </Button>
      </div>
      <Popover className="ui-menu-popover ui-combo-popover" offset={4}>
        <ListBox className="ui-menu">
          {(option: { id: string; label: string }) => (
            <ListBoxItem id={option.id} textValue={option.label} className="ui-menu-item">
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
