import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** What will happen, in the words of the button: "Disconnect", never "OK". */
  confirmLabel: string;
  isPending?: boolean | undefined;
  children: ReactNode;
}

/** Asks before something that cannot be undone; the way back has the focus. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirmLabel,
  isPending = false,
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation('app');
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
