import { Check, ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classNames } from './class-names.ts';
import { FieldDescription, FieldErrorText } from './field-parts.tsx';
import './field.css';
import './menu.css';
import './select.css';

export interface SelectOption<Id extends string> {
  id: Id;
  label: string;
  description?: string | undefined;
}

export interface SelectProps<Id extends string> {
  label: string;
  hideLabel?: boolean | undefined;
  description?: string | undefined;
  error?: string | undefined;
  options: readonly SelectOption<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

/** One of a few choices. For two or three that deserve comparing, use ChoiceGroup. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const {
    label,
    hideLabel,
    description,
    error,
    options,
    value,
    onChange,
    placeholder,
    isDisabled = false,
    className,
  } = props;
  return (
    <AriaSelect
      className={classNames('ui-field', className)}
      value={value}
      onChange={(id) => id !== null && onChange(id as Id)}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={hideLabel ? 'ui-visually-hidden' : 'ui-label'}>{label}</Label>
      <FieldDescription>{description}</FieldDescription>
      <Button className="ui-input ui-select-button">
        <SelectValue className="ui-select-value" dir="auto" />
        <ChevronsUpDown className="ui-icon" aria-hidden />
      </Button>
      <FieldErrorText>{error}</FieldErrorText>
      <Popover className="ui-menu-popover" offset={4}>
        <ListBox className="ui-menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="ui-menu-item">
              <Check className="ui-icon ui-menu-check" aria-hidden />
              <span className="ui-menu-words">
                <span>{option.label}</span>
                {option.description && <span className="ui-description">{option.description}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
