import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { call } from '../api.ts';
import { FailureCallout } from '../failure-words.tsx';

/** Erases everything on this computer. A word has to be typed: a slip of the hand must not be enough. */
export function EraseDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('vault');
  const { t: app } = useTranslation('app');
  const [typed, setTyped] = useState('');
  const word = t('erase.word');
  const close = (): void => {
    setTyped('');
    onClose();
  };
  const erase = useMutation({ mutationFn: () => call('vault.erase', { confirm: 'erase' }), onSuccess: close });
  const isConfirmed = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  return (
    <Dialog title={t('erase.title')} isOpen={isOpen} onClose={close} role="alertdialog" size="small">
      <p>{t('erase.words')}</p>
      <Form onSubmit={() => isConfirmed && erase.mutate()}>
        <TextField label={t('erase.type', { word })} autoComplete="off" value={typed} onChange={setTyped} />
        <FailureCallout error={erase.error} />
        <FormActions>
          <Button onPress={close}>{app('ui.cancel')}</Button>
          <Button type="submit" variant="danger" isDisabled={!isConfirmed} isPending={erase.isPending}>
            {t('erase.action')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
