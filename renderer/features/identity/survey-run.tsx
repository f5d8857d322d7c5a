import { useTranslation } from 'react-i18next';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { RunningJob } from '../../app/jobs/running-job.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { RefusedLines } from './refused-lines.tsx';

/** A survey being read, with a way to stop it; then how many lines were taken, and what to do with the file. */
export function SurveyRun({ jobId, onDone }: { jobId: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const job = useJob(jobId);
  if (!job || job.state === 'running') {
    return <RunningJob jobId={jobId} job={job} label={t('run.title')} detail={t('run.detail')} />;
  }
  const { lines, accepted } = job.result ?? {};
  return (
    <div className="identity-preview">
      <EndedJob job={job} title={t(`run.${job.state}`)} actions={<Button onPress={onDone}>{t('run.done')}</Button>}>
        {job.result && (
          <p>{t('run.summary', { lines: format.number(Number(lines)), accepted: format.number(Number(accepted)) })}</p>
        )}
        {job.state === 'finished' && <p>{t('run.deleteFile')}</p>}
      </EndedJob>
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
