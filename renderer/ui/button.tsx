import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import { KeyHint } from './key-hint.tsx';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  /** primary: the next step, once per view · secondary · quiet: without an edge · danger: cannot be undone. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  icon?: LucideIcon | undefined;
  /** The icon means a direction (back, next) and turns with right-to-left. */
  mirrorIcon?: boolean | undefined;
  /** Accelerator printed on the button, e.g. "Mod+Enter". */
  keys?: string | undefined;
  /** A quiet button whose words line up with the text above it. */
  flush?: boolean | undefined;
  /** Fills the line it stands in. */
  wide?: boolean | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/**
 * A button with words. While `isPending` it keeps its width and its focus, and pressing it does nothing: two presses must
 * not become two calls.
 */
export function Button({
  children,
  variant = 'secondary',
  icon: Icon,
  mirrorIcon,
  keys,
  wide,
  flush,
  className,
  isPending = false,
  ...props
}: ButtonProps) {
  // Not the library's own pending state: that one talks about a progress bar that would have to be on the button.
  const pending = isPending ? { type: 'button' as const, onPress: () => undefined, 'aria-disabled': true } : {};
  return (
    <AriaButton
      {...props}
      {...pending}
      data-pending={isPending || undefined}
      className={classNames(
        'ui-button',
        `ui-button-${variant}`,
        wide && 'ui-button-wide',
        flush && 'ui-button-flush',
        className,
      )}
    >
      {Icon && <Icon className="ui-icon" data-mirror={mirrorIcon || undefined} aria-hidden />}
      <span className="ui-button-label">{children}</span>
      {keys && <KeyHint keys={keys} />}
    </AriaButton>
  );
}
