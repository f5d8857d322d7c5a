import type { DataContext } from '../../electron/data/service/context.ts';
import type { JobKind } from '../../shared/ipc/topics/jobs.ts';

/** Starts a job that runs until what is answered is called; that returns once the job has ended. */
export function aHeldJob({ jobs }: DataContext, kind: JobKind): () => Promise<void> {
  let finish = (): void => undefined;
  const held = new Promise<Record<string, never>>((resolve) => {
    finish = () => resolve({});
  });
  const jobId = jobs.start(kind, () => held);
  return async () => {
    finish();
    await jobs.wait(jobId);
  };
}
