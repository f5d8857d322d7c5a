import type { ReactNode, Ref } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { KeyHint } from '../../ui/key-hint.tsx';
import './keyed-choices.css';

export interface KeyedChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly extra?: ReactNode;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
}

/** Radio buttons with the key that chooses each printed on it, and one that leads to the group printed on its name. */
export function KeyedChoices<Id extends string>({
  label,
  keys,
  choices,
  value,
  onChange,
  groupRef,
}: {
  label: string;
  keys?: string | undefined;
  choices: readonly KeyedChoice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  groupRef?: Ref<HTMLDivElement>;
}) {
  return (
    <RadioGroup ref={groupRef} className="case-choices" value={value} onChange={(id) => onChange(id as Id)}>
      <span className="case-choices-head">
        <Label className="ui-label">{label}</Label>
        {keys && <KeyHint keys={keys} />}
      </span>
      <div className="case-choices-list">
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            className="ui-toggle case-choice"
            isDisabled={choice.isDisabled ?? false}
          >
            <span className="ui-radio" aria-hidden />
            <span className="ui-toggle-words">
              <span className="case-choice-label">
                {choice.label} {choice.extra}
              </span>
            </span>
            {choice.keys && <KeyHint keys={choice.keys} />}
          </Radio>
        ))}
      </div>
      {choices.some(({ description }) => description !== undefined) && (
        // One line that is always there, so that choosing moves nothing.
        <span className="ui-description case-choices-words" aria-live="polite">
          {choices.find(({ id }) => id === value)?.description}
        </span>
      )}
    </RadioGroup>
  );
}

/** Moves focus into a group of radio buttons: to the chosen one, or the first. */
export function focusGroup(group: HTMLElement | null): void {
  const inputs = [...(group?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
  (inputs.find((input) => input.checked) ?? inputs[0])?.focus();
}
