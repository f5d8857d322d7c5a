import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useJob } from './use-job.ts';
import type { Computing } from './use-long-query.ts';

/** Most answers come sooner: a line that flashes by tells nobody anything. */
const soonMs = 500;

interface ComputingNoteProps {
  readonly computing: Computing;
  /** What is being computed, in a few words. */
  readonly label: string;
  /** Lines to stand in for what will be there; 0 where something is shown already. */
  readonly rows: number;
}

/** How far the work behind a question is, with a way to stop it, once it takes a while; and a way on once it was stopped. */
export function ComputingNote({ computing, label, rows }: ComputingNoteProps) {
  const { t } = useTranslation('dashboards');
  const { jobId, isStopped, stop, again } = computing;
  if (jobId !== null) return <Running key={jobId} jobId={jobId} label={label} rows={rows} onCancel={stop} />;
  if (isStopped) {
    return (
      <EmptyState title={t('work.stopped')} actions={<Button onPress={again}>{t('work.again')}</Button>}>
        {t('work.stoppedWords')}
      </EmptyState>
    );
  }
  return rows > 0 ? <Skeleton rows={rows} label={label} /> : null;
}

function Running({
  jobId,
  label,
  rows,
  onCancel,
}: Omit<ComputingNoteProps, 'computing'> & { readonly jobId: string; readonly onCancel: () => void }) {
  const { t } = useTranslation('dashboards');
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), soonMs);
    return () => clearTimeout(timer);
  }, []);
  const job = useJob(isLate ? jobId : null);
  if (!isLate) return rows > 0 ? <Skeleton rows={rows} label={label} /> : null;
  return (
    <>
      <div className="ui-computing">
        <Progress label={label} detail={stepWords(job, t)} value={shareDone(job)} onCancel={onCancel} />
      </div>
      {rows > 0 && <Skeleton rows={rows} label={label} />}
    </>
  );
}

const steps = ['people', 'messages', 'ties', 'metrics', 'groups'] as const;

type Words = ReturnType<typeof useTranslation<'dashboards'>>['t'];

/** What is being done just now. Of metrics the number is said; of people and messages none is known here. */
function stepWords(job: JobState | null, t: Words): string {
  const step = steps.find((one) => one === job?.step);
  if (!job || !step) return t('work.begins');
  return step === 'metrics' ? t('work.metrics', { at: job.done + 1, of: job.total ?? 0 }) : t(`work.${step}`);
}

function shareDone(job: JobState | null): number | null {
  return job?.total ? Math.min(1, job.done / job.total) : null;
}
