import type { DataContext } from './context.ts';
import type { JobHandle } from './jobs.ts';

/**
 * Answers a question whose work may take long. Where whoever asks gave the work an id, it is a job: it tells how far it is,
 * can be cancelled, and ends when the vault is locked. The answer comes when the job has ended. Rejects as the work does,
 * with HearthError `cancelled` once stopped, and with `busy` where work of this id runs.
 */
export async function answerAsJob<Value>(
  { jobs }: Pick<DataContext, 'jobs'>,
  jobId: string | undefined,
  work: (job: JobHandle | null) => Promise<Value>,
): Promise<Value> {
  if (jobId === undefined) return work(null);
  let answer: Promise<Value> | undefined;
  jobs.start(
    'health',
    async (job) => {
      answer = work(job);
      await answer;
      return {};
    },
    jobId,
  );
  await jobs.wait(jobId);
  if (!answer) throw new Error('a job that has ended was begun');
  return answer;
}
