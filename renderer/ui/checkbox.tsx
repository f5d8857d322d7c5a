import { Check, CircleAlert, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { classNames } from './class-names.ts';
import './field.css';
import './toggles.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  description?: string | undefined;
  className?: string | undefined;
}

/** A box that can be wrong: what is wrong stands below it, tied to it for screen readers. */
export function CheckboxField({ error, ...props }: CheckboxProps & { error: string | undefined }) {
  const errorId = useId();
  const wrong = error === undefined ? {} : { isInvalid: true, 'aria-describedby': errorId };
  return (
    <div className="ui-field">
      <Checkbox {...props} {...wrong} />
      {error !== undefined && (
        <p id={errorId} className="ui-field-error">
          <CircleAlert className="ui-icon" aria-hidden />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** A box to tick, with its words beside it. */
export function Checkbox({ children, description, className, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={classNames('ui-toggle', className)}>
      {({ isIndeterminate }) => (
        <>
          <span className="ui-check" aria-hidden>
            {isIndeterminate ? <Minus className="ui-icon" /> : <Check className="ui-icon" />}
          </span>
          <span className="ui-toggle-words">
            <span>{children}</span>
            {description && <span className="ui-description">{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
