import type { ReactElement } from 'react';
import { Tooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components/Tooltip';
import { KeyHint } from './key-hint.tsx';
import './tooltip.css';

/** Shows a few words beside a focusable element on hover and focus. Never the only place where something is said. */
export function WithTooltip({
  text,
  keys,
  children,
  placement,
}: {
  text: string;
  keys?: string | undefined;
  children: ReactElement;
  placement?: TooltipProps['placement'] | undefined;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="ui-tooltip" offset={6} {...(placement ? { placement } : {})}>
        <span>{text}</span>
        {keys && <KeyHint keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
