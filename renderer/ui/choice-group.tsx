import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { FieldDescription } from './field-parts.tsx';
import './toggles.css';

export interface Choice<Id extends string> {
  id: Id;
  label: string;
  description?: ReactNode;
  isDisabled?: boolean | undefined;
}

export interface ChoiceGroupProps<Id extends string> {
  label: string;
  hideLabel?: boolean | undefined;
  description?: string | undefined;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  /** cards: each choice in a box with its description · row: side by side, short words. */
  look?: 'list' | 'cards' | 'row' | undefined;
  isDisabled?: boolean | undefined;
}

/** One of a few choices, all visible at once. */
export function ChoiceGroup<Id extends string>(props: ChoiceGroupProps<Id>) {
  const { label, hideLabel, description, choices, value, onChange, look = 'list', isDisabled = false } = props;
  return (
    <RadioGroup className="ui-field" value={value} onChange={(id) => onChange(id as Id)} isDisabled={isDisabled}>
      <Label className={hideLabel ? 'ui-visually-hidden' : 'ui-label'}>{label}</Label>
      <FieldDescription>{description}</FieldDescription>
      <div className={`ui-choices ui-choices-${look}`}>
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            className="ui-toggle ui-choice"
            isDisabled={choice.isDisabled ?? false}
          >
            <span className="ui-radio" aria-hidden />
            <span className="ui-toggle-words">
              <span className="ui-choice-label">{choice.label}</span>
              {choice.description && <span className="ui-description">{choice.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
