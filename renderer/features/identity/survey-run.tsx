import { useTranslation } from 'react-i18next';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { useCodeWords } from '../../app/failure-words.tsx';
import { useCancelJob, useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Progress } from '../../ui/progress.tsx';
import { RefusedLines } from './refused-lines.tsx';

/** A survey being read, with a way to stop it; then how many lines were taken, and what to do with the file. */
export function SurveyRun({ jobId, onDone }: { jobId: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const words = useCodeWords();
  const format = useFormat();
  const job = useJob(jobId);
  const cancel = useCancelJob();
  if (!job || job.state === 'running') {
    return (
      <Progress
        label={t('run.title')}
        value={job?.total ? Math.min(1, job.done / job.total) : null}
        detail={t('run.detail')}
        onCancel={() => cancel.mutate(jobId)}
      />
    );
  }
  const { lines, accepted } = job.result ?? {};
  return (
    <div className="identity-preview">
      <Callout
        tone={job.state === 'finished' ? 'done' : 'waiting'}
        title={t(`run.${job.state}`)}
        announce
        actions={<Button onPress={onDone}>{t('run.done')}</Button>}
      >
        {job.result && (
          <p>{t('run.summary', { lines: format.number(Number(lines)), accepted: format.number(Number(accepted)) })}</p>
        )}
        {job.errorCode && <p>{words(job.errorCode)}</p>}
        {job.state === 'finished' && <p>{t('run.deleteFile')}</p>}
      </Callout>
      <RefusedLines refused={refusedIn(job)} />
    </div>
  );
}

const prefix = 'refused.';

function refusedIn({ result }: JobState): { reason: string; lines: number }[] {
  return Object.entries(result ?? {})
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, lines]) => ({ reason: name.slice(prefix.length), lines: Number(lines) }));
}
