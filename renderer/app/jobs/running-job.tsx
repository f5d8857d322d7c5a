import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { Progress } from '../../ui/progress.tsx';
import { useCancelJob } from './use-job.ts';

interface RunningJobProps {
  readonly jobId: string;
  /** Null until the first word of it comes. */
  readonly job: JobState | null;
  readonly label: string;
  readonly detail?: string;
}

/** Long work that goes on, with a way to stop it. */
export function RunningJob({ jobId, job, label, detail }: RunningJobProps) {
  const cancel = useCancelJob();
  return (
    <Progress
      label={label}
      detail={detail}
      value={job?.total ? Math.min(1, job.done / job.total) : null}
      onCancel={() => cancel.mutate(jobId)}
    />
  );
}
