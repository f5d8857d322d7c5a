import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import { WithTooltip } from './tooltip.tsx';
import './button.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** What it does, in words: read aloud and shown as a tooltip. */
  label: string;
  icon: LucideIcon;
  mirrorIcon?: boolean | undefined;
  variant?: 'secondary' | 'quiet' | undefined;
  keys?: string | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button that is only an icon; its words are in the tooltip and for screen readers. */
export function IconButton({
  label,
  icon: Icon,
  mirrorIcon,
  variant = 'quiet',
  keys,
  className,
  ...props
}: IconButtonProps) {
  return (
    <WithTooltip text={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames('ui-button', 'ui-icon-button', `ui-button-${variant}`, className)}
      >
        <Icon className="ui-icon" data-mirror={mirrorIcon || undefined} aria-hidden />
      </AriaButton>
    </WithTooltip>
  );
}
