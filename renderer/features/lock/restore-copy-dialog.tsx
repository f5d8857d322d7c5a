import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Goes back to the copy that was made before the file was brought to this version. */
export function RestoreCopyDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('vault');
  const { t: app } = useTranslation('app');
  const [passphrase, setPassphrase] = useState('');
  const restore = useMutation({
    mutationFn: () => call('vault.restoreMigrationCopy', passphrase === '' ? {} : { passphrase }),
    onSuccess: onClose,
    onSettled: () => setPassphrase(''),
  });
  return (
    <Dialog title={t('restoreCopy.title')} isOpen={isOpen} onClose={onClose} size="small">
      <p>{t('restoreCopy.words')}</p>
      <Form onSubmit={() => restore.mutate()}>
        <TextField
          label={t('restoreCopy.passphrase')}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
        />
        <FailureCallout error={restore.error} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={restore.isPending}>
            {t('restoreCopy.action')}
          </Button>
          <Button onPress={onClose}>{app('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
