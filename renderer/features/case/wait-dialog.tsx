import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type WaitChoice, waitChoices, waitUntil } from './wait-until.ts';

/** Puts the case off until a moment; it comes back by itself. */
export function WaitDialog({
  isOpen,
  onClose,
  onWait,
}: {
  isOpen: boolean;
  onClose: () => void;
  onWait: (until: number, note: string) => Promise<boolean>;
}) {
  const { t } = useTranslation('case');
  const app = useTranslation('app').t;
  const [choice, setChoice] = useState<WaitChoice>('tomorrow');
  const [note, setNote] = useState('');
  const wait = async () => {
    if (await onWait(waitUntil(choice, Date.now()), note)) setNote('');
    onClose();
  };
  return (
    <Dialog
      title={t('decision.waitTitle')}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{app('ui.cancel')}</Button>
          <Button variant="primary" onPress={() => void wait()}>
            {t('decision.wait')}
          </Button>
        </>
      }
    >
      <ChoiceGroup
        label={t('decision.waitUntil')}
        choices={waitChoices.map((id) => ({ id, label: t(`decision.waitChoice.${id}`) }))}
        value={choice}
        onChange={setChoice}
      />
      <TextField label={t('decision.waitNote')} multiline rows={2} value={note} onChange={setNote} />
    </Dialog>
  );
}
