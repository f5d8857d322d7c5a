import { useTranslation } from 'react-i18next';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { RunningJob } from '../../app/jobs/running-job.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { RejectTable } from './line-tables.tsx';
import { useImports, useRejects } from './queries.ts';

/** An import that was begun, and where. */
export interface StartedImport {
  jobId: string;
  importId: number;
  communityId: number;
  /** Reports are looked at in the queue, activities in health. */
  holds?: 'reports';
}

/** A running import with a way to stop it, then what came of it: nothing it did is ever hidden in a log. */
export function ImportRun({ jobId, importId, communityId, holds, onDone }: StartedImport & { onDone: () => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const job = useJob(jobId);
  const summary = useImports(communityId).data?.find((one) => one.importId === importId);
  const rejects = useRejects(job && job.state !== 'running' ? importId : null).data;
  if (!job || job.state === 'running') {
    return <RunningJob jobId={jobId} job={job} label={t('screen.run.title')} detail={t('screen.run.detail')} />;
  }
  return (
    <div className="imports-result">
      <EndedJob job={job} title={t(`screen.run.${job.state}`)}>
        {summary &&
          t('screen.run.summary', {
            added: format.number(summary.added),
            known: format.number(summary.alreadyKnown),
            rejected: format.number(summary.rejected),
          })}
        {typeof job.result?.leftOut === 'number' && (
          <p>
            {t('archive.also', {
              leftOut: format.number(job.result.leftOut),
              figures: format.number(Number(job.result.figures)),
            })}
          </p>
        )}
        {job.state !== 'finished' && <p>{t('screen.run.again')}</p>}
      </EndedJob>
      {rejects && <RejectTable rejects={rejects.rejects} total={rejects.total} />}
      <div className="imports-actions">
        <Button variant="primary" onPress={onDone}>
          {t(holds === 'reports' ? 'reports.toQueue' : 'screen.run.toHealth')}
        </Button>
      </div>
    </div>
  );
}
