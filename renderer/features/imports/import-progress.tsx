import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../app/failure-words.tsx';
import { useCancelJob, useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Progress } from '../../ui/progress.tsx';
import { RejectTable } from './import-preview.tsx';
import { useImports, useRejects } from './queries.ts';

/** An import that was begun, and where. */
export interface StartedImport {
  jobId: string;
  importId: number;
  communityId: number;
}

/** A running import with a way to stop it, then what came of it: nothing it did is ever hidden in a log. */
export function ImportRun({ jobId, importId, communityId, onDone }: StartedImport & { onDone: () => void }) {
  const { t } = useTranslation('imports');
  const codeWords = useCodeWords();
  const format = useFormat();
  const job = useJob(jobId);
  const cancel = useCancelJob();
  const summary = useImports(communityId).data?.find((one) => one.importId === importId);
  const rejects = useRejects(job && job.state !== 'running' ? importId : null).data;
  if (!job || job.state === 'running') {
    return (
      <Progress
        label={t('screen.run.title')}
        value={job?.total ? Math.min(1, job.done / job.total) : null}
        detail={t('screen.run.detail')}
        onCancel={() => cancel.mutate(jobId)}
      />
    );
  }
  return (
    <div className="imports-result">
      <Callout tone={job.state === 'finished' ? 'done' : 'waiting'} title={t(`screen.run.${job.state}`)} announce>
        {summary &&
          t('screen.run.summary', {
            added: format.number(summary.added),
            known: format.number(summary.alreadyKnown),
            rejected: format.number(summary.rejected),
          })}
        {job.errorCode && <p>{codeWords(job.errorCode)}</p>}
        {job.state !== 'finished' && <p>{t('screen.run.again')}</p>}
      </Callout>
      {rejects && <RejectTable rejects={rejects.rejects} total={rejects.total} />}
      <div className="imports-actions">
        <Button variant="primary" onPress={onDone}>
          {t('screen.run.toHealth')}
        </Button>
      </div>
    </div>
  );
}
