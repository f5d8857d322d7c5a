import { useMutation } from '@tanstack/react-query';
import { CircleCheck, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { call } from '../api.ts';
import { FailureCallout } from '../failure-words.tsx';

/** Chooses a backup and its passphrase and puts it in the place of the file. The system's dialog chooses the file. */
export function RestoreDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('vault');
  const { t: app } = useTranslation('app');
  const [file, setFile] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const choose = useMutation({
    mutationFn: () => call('app.chooseFile', { purpose: 'restore' }),
    onSuccess: (chosen) => chosen && setFile(chosen.file),
  });
  const close = (): void => {
    setFile(null);
    setPassphrase('');
    onClose();
  };
  const restore = useMutation({
    mutationFn: (from: string) => call('vault.restore', { file: from, passphrase }),
    onSuccess: close,
  });
  return (
    <Dialog title={t('restore.title')} isOpen={isOpen} onClose={close}>
      <p>{t('restore.words')}</p>
      <Form onSubmit={() => file !== null && passphrase !== '' && restore.mutate(file)}>
        <FormActions>
          <Button icon={file === null ? FolderOpen : CircleCheck} onPress={() => choose.mutate()}>
            {file === null ? t('restore.choose') : t('restore.chosen')}
          </Button>
        </FormActions>
        <TextField
          label={t('restore.passphrase')}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
        />
        <FailureCallout error={choose.error ?? restore.error} />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            isPending={restore.isPending}
            isDisabled={file === null || passphrase === ''}
          >
            {t('restore.action')}
          </Button>
          <Button onPress={close}>{app('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
