import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { RunningJob } from '../../app/jobs/running-job.tsx';

interface JobProgressProps {
  job: JobState | null;
  running: string;
  done: string;
  cancelled: string;
}

/** Where long work stands: progress that can be stopped, then how it ended. */
export function JobProgress({ job, running, done, cancelled }: JobProgressProps) {
  if (job === null) return null;
  if (job.state === 'running') return <RunningJob jobId={job.jobId} job={job} label={running} />;
  const words = { finished: done, cancelled, failed: null };
  return <EndedJob job={job}>{words[job.state]}</EndedJob>;
}
