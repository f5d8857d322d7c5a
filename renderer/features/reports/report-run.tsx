import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { RunningJob } from '../../app/jobs/running-job.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { useShowFolder } from './queries.ts';

/** A report being written, then where it is. */
export function ReportRun({ jobId, folder, onAgain }: { jobId: string; folder: string; onAgain: () => void }) {
  const { t } = useTranslation('reports');
  const job = useJob(jobId);
  const show = useShowFolder();
  if (!job || job.state === 'running') {
    return <RunningJob jobId={jobId} job={job} label={t('screen.run.title')} />;
  }
  if (job.state !== 'finished') {
    return (
      <EndedJob
        job={job}
        title={t(`screen.run.${job.state}`)}
        actions={<Button onPress={onAgain}>{t('screen.run.tryAgain')}</Button>}
      />
    );
  }
  return (
    <EndedJob
      job={job}
      title={t('screen.run.finished')}
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
    </EndedJob>
  );
}
