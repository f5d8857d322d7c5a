import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { classNames } from './class-names.ts';
import './toggles.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  description?: string | undefined;
  className?: string | undefined;
}

/** Something that takes effect at once when switched. */
export function Switch({ children, description, className, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className={classNames('ui-toggle', 'ui-switch', className)}>
      <span className="ui-switch-track" aria-hidden>
        <span className="ui-switch-knob" />
      </span>
      <span className="ui-toggle-words">
        <span>{children}</span>
        {description && <span className="ui-description">{description}</span>}
      </span>
    </AriaSwitch>
  );
}
