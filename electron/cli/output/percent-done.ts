import type { JobState } from '../../../shared/ipc/topics/jobs.ts';

/** How far a job is, in whole percent; 0 while nobody knows how much there is. */
export function percentDone({ done, total }: Pick<JobState, 'done' | 'total'>): number {
  return total ? Math.floor((done / total) * 100) : 0;
}
