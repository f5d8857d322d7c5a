import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Hands the case to the second line with a word to whoever takes it. */
export function EscalateDialog({
  isOpen,
  onClose,
  onEscalate,
}: {
  isOpen: boolean;
  onClose: () => void;
  onEscalate: (note: string) => Promise<boolean>;
}) {
  const { t } = useTranslation('case');
  const app = useTranslation('app').t;
  const [note, setNote] = useState('');
  const escalate = async () => {
    if (await onEscalate(note)) setNote('');
    onClose();
  };
  return (
    <Dialog
      title={t('decision.escalateTitle')}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{app('ui.cancel')}</Button>
          <Button variant="primary" onPress={() => void escalate()}>
            {t('decision.escalate')}
          </Button>
        </>
      }
    >
      <p>{t('decision.escalateWords')}</p>
      <TextField label={t('decision.escalateNote')} multiline rows={3} value={note} onChange={setNote} />
    </Dialog>
  );
}
