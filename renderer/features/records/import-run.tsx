import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { RunningJob } from '../../app/jobs/running-job.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { RejectTable } from './import-preview.tsx';
import { useImportOutcome } from './queries.ts';

interface ImportRunProps {
  readonly jobId: string;
  readonly importId: number;
  readonly kind: RecordKind;
  readonly onDone: () => void;
}

/** A running import with a way to stop it, then what came of it. */
export function ImportRun({ jobId, importId, kind, onDone }: ImportRunProps) {
  const { t } = useTranslation('records');
  const job = useJob(jobId);
  const outcome = useImportOutcome(job && job.state !== 'running' ? importId : null).data;
  if (!job || job.state === 'running') {
    return <RunningJob jobId={jobId} job={job} label={t('import.running')} detail={t('import.runningWords')} />;
  }
  return (
    <>
      <EndedJob job={job} title={t(`import.${job.state}`)}>
        {outcome &&
          t('import.summary', {
            added: outcome.summary.added,
            changed: outcome.summary.changed,
            known: outcome.summary.alreadyKnown,
            rejected: outcome.summary.rejected,
          })}
        {outcome && outcome.summary.newMembers > 0 && (
          <p>{t('import.newMembers', { count: outcome.summary.newMembers })}</p>
        )}
        {job.state !== 'finished' && <p>{t('import.again')}</p>}
      </EndedJob>
      {outcome && <RejectTable kind={kind} rejects={outcome.rejects} total={outcome.summary.rejected} />}
      <div className="records-tools">
        <Button variant="primary" onPress={onDone}>
          {t('import.back')}
        </Button>
      </div>
    </>
  );
}
