import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import { useCodeWords } from '../../app/failure-words.tsx';
import { useCancelJob, useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Progress } from '../../ui/progress.tsx';
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
  const codeWords = useCodeWords();
  const job = useJob(jobId);
  const cancel = useCancelJob();
  const outcome = useImportOutcome(job && job.state !== 'running' ? importId : null).data;
  if (!job || job.state === 'running') {
    return (
      <Progress
        label={t('import.running')}
        value={job?.total ? Math.min(1, job.done / job.total) : null}
        detail={t('import.runningWords')}
        onCancel={() => cancel.mutate(jobId)}
      />
    );
  }
  return (
    <>
      <Callout tone={job.state === 'finished' ? 'done' : 'waiting'} title={t(`import.${job.state}`)} announce>
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
        {job.errorCode && <p>{codeWords(job.errorCode)}</p>}
        {job.state !== 'finished' && <p>{t('import.again')}</p>}
      </Callout>
      {outcome && <RejectTable kind={kind} rejects={outcome.rejects} total={outcome.summary.rejected} />}
      <div className="records-tools">
        <Button variant="primary" onPress={onDone}>
          {t('import.back')}
        </Button>
      </div>
    </>
  );
}
