import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { classNames } from './class-names.ts';
import './toggles.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  description?: string | undefined;
  className?: string | undefined;
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
