import { FolderOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { RunningJob } from '../../app/jobs/running-job.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { useShowFolder } from './queries.ts';

/** What is written after the quarter is counted; everything before is counting. */
const steps = ['html', 'pdf', 'csv', 'json'] as const;

interface ReportRunProps {
  jobId: string;
  folder: string;
  onAgain: () => void;
}

/** A report being written, then where it is. It stands last on its page, so it is brought into view when it changes. */
export function ReportRun(props: ReportRunProps) {
  const job = useJob(props.jobId);
  const place = useRef<HTMLDivElement>(null);
  const state = job?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said anew has another size
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [state]);
  return (
    <div ref={place} className="reports-run">
      <RunState {...props} job={job} />
    </div>
  );
}

function RunState({ jobId, folder, onAgain, job }: ReportRunProps & { job: ReturnType<typeof useJob> }) {
  const { t } = useTranslation('reports');
  const show = useShowFolder();
  if (!job || job.state === 'running') {
    const step = steps.find((one) => one === job?.step);
    return (
      <RunningJob
        jobId={jobId}
        job={job}
        label={t('screen.run.title')}
        detail={t(`screen.run.steps.${step ?? 'computing'}`)}
      />
    );
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
