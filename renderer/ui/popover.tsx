import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import './popover.css';

/** A small panel that opens from the button given as `trigger`: filters, explanations. */
export function Popover({ label, trigger, children }: { label: string; trigger: ReactElement; children: ReactNode }) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover" offset={6}>
        <Dialog className="ui-popover-body" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
