import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { call } from '../../app/api.ts';
import { useCodeWords } from '../../app/failure-words.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Progress } from '../../ui/progress.tsx';

interface JobProgressProps {
  job: JobState | null;
  running: string;
  done: string;
  cancelled: string;
}

/** Where long work stands: progress that can be stopped, then how it ended. */
export function JobProgress({ job, running, done, cancelled }: JobProgressProps) {
  const words = useCodeWords();
  if (job === null) return null;
  switch (job.state) {
    case 'running':
      return (
        <Progress
          label={running}
          value={job.total ? job.done / job.total : null}
          onCancel={() => void call('jobs.cancel', { jobId: job.jobId }).catch(() => undefined)}
        />
      );
    case 'finished':
      return (
        <Callout tone="done" announce>
          {done}
        </Callout>
      );
    case 'cancelled':
      return <Callout announce>{cancelled}</Callout>;
    case 'failed':
      return (
        <Callout tone="harm" announce>
          {words(job.errorCode ?? 'internal')}
        </Callout>
      );
  }
}
