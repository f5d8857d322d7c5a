import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './dialog.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the safe one first: it gets the focus when nothing else asks for it. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large' | undefined;
  /** alertdialog: for what cannot be undone; a click outside does not close it. */
  role?: 'dialog' | 'alertdialog' | undefined;
  /** More text than fits and nothing in it to focus: the text itself can be focused and scrolled by keyboard. */
  isLong?: boolean | undefined;
}

/** A dialog, only for what does not fit in place or cannot be undone. Escape closes it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'medium',
  role = 'dialog',
  isLong = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className="ui-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`ui-modal ui-modal-${size}`}>
        <AriaDialog className="ui-dialog" role={role}>
          <Heading slot="title" level={2} className="ui-dialog-title">
            {title}
          </Heading>
          <div className="ui-dialog-body" {...(isLong ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}>
            {children}
          </div>
          {actions && <div className="ui-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
