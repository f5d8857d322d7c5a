import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../app/failure-words.tsx';
import { useCancelJob, useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useShowFolder } from './queries.ts';

/** A report being written, then where it is. */
export function ReportRun({ jobId, folder, onAgain }: { jobId: string; folder: string; onAgain: () => void }) {
  const { t } = useTranslation('reports');
  const codeWords = useCodeWords();
  const job = useJob(jobId);
  const cancel = useCancelJob();
  const show = useShowFolder();
  if (!job || job.state === 'running') {
    return (
      <Progress
        label={t('screen.run.title')}
        value={job?.total ? Math.min(1, job.done / job.total) : null}
        onCancel={() => cancel.mutate(jobId)}
      />
    );
  }
  if (job.state !== 'finished') {
    return (
      <Callout
        tone={job.state === 'failed' ? 'harm' : 'waiting'}
        title={t(`screen.run.${job.state}`)}
        announce
        actions={<Button onPress={onAgain}>{t('screen.run.tryAgain')}</Button>}
      >
        {job.errorCode && codeWords(job.errorCode)}
      </Callout>
    );
  }
  return (
    <Callout
      tone="done"
      title={t('screen.run.finished')}
      announce
      actions={
        <>
          <Button variant="primary" icon={FolderOpen} onPress={() => show.mutate(folder)}>
            {t('screen.run.show')}
          </Button>
          <Button onPress={onAgain}>{t('screen.run.another')}</Button>
        </>
      }
    >
      {t('screen.run.read')}
    </Callout>
  );
}
