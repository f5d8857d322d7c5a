import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { emptyPassphrase, isUsable, NewPassphrase } from '../../app/vault-forms/new-passphrase.tsx';
import { RestoreDialog } from '../../app/vault-forms/restore-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { JobProgress } from './job-progress.tsx';

/** The day in a file name, the same in every language. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** One encrypted file under a passphrase of its own, and the way back from it. */
export function BackupSection() {
  const { t } = useTranslation('settings');
  const { t: app } = useTranslation('app');
  const [isOpen, setOpen] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const [passphrase, setPassphrase] = useState(emptyPassphrase);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const close = (): void => {
    setOpen(false);
    setPassphrase(emptyPassphrase);
  };
  const backUp = useMutation({
    mutationFn: async () => {
      const suggestedName = `${t('backup.fileName')}-${today()}.hearth-backup`;
      const target = await call('app.chooseSave', { purpose: 'backup', suggestedName });
      return target && call('vault.backUp', { file: target.file, passphrase: passphrase.first });
    },
    onSuccess: (started) => {
      if (!started) return;
      setJobId(started.jobId);
      close();
    },
  });
  const isReady = isUsable(passphrase);
  return (
    <Section title={t('backup.title')} lead={t('backup.words')}>
      <JobProgress job={job} running={t('backup.running')} done={t('backup.done')} cancelled={t('backup.cancelled')} />
      {isOpen ? (
        <Form onSubmit={() => isReady && backUp.mutate()}>
          <NewPassphrase value={passphrase} onChange={setPassphrase} />
          <FailureCallout error={backUp.error} />
          <FormActions>
            <Button type="submit" variant="primary" isDisabled={!isReady} isPending={backUp.isPending}>
              {t('backup.choose')}
            </Button>
            <Button onPress={close}>{app('ui.cancel')}</Button>
          </FormActions>
        </Form>
      ) : (
        <FormActions>
          <Button isDisabled={job?.state === 'running'} onPress={() => setOpen(true)}>
            {t('backup.make')}
          </Button>
          <Button variant="quiet" onPress={() => setRestoring(true)}>
            {t('backup.restore')}
          </Button>
        </FormActions>
      )}
      <RestoreDialog isOpen={restoring} onClose={() => setRestoring(false)} />
    </Section>
  );
}
