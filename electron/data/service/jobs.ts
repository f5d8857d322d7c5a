import { randomUUID } from 'node:crypto';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { JobKind, JobState } from '../../../shared/ipc/topics/jobs.ts';

/** What running work is given: a way to say how far it is, and the signal that a person pressed cancel. */
export interface JobHandle {
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
}
export type JobResult = Readonly<Record<string, string | number | boolean | null>>;

export interface JobRunner {
  /** Starts work and answers at once with its id. */
  readonly start: (kind: JobKind, work: (job: JobHandle) => Promise<JobResult>) => string;
  readonly cancel: (jobId: string) => void;
  readonly list: () => readonly JobState[];
  /** Resolves when the job has ended, however it ended. */
  readonly wait: (jobId: string) => Promise<JobState>;
  /** Cancels everything and waits for it: before the store is closed. */
  readonly stop: () => Promise<void>;
}

const finishedJobsKept = 20;

/** Runs long work in the data process, one state object per job, announced through `announce`. */
export function createJobRunner(announce: (state: JobState) => void): JobRunner {
  const running = new Map<string, { controller: AbortController; ended: Promise<JobState> }>();
  const states = new Map<string, JobState>();

  function record(state: JobState): JobState {
    states.set(state.jobId, state);
    const ended = [...states.values()].filter((one) => one.state !== 'running');
    for (const old of ended.slice(0, Math.max(0, ended.length - finishedJobsKept))) states.delete(old.jobId);
    announce(state);
    return state;
  }

  return {
    start(kind, work) {
      const jobId = randomUUID();
      const controller = new AbortController();
      let state: JobState = {
        jobId,
        kind,
        state: 'running',
        step: 'start',
        done: 0,
        total: null,
        errorCode: null,
        result: null,
      };
      record(state);
      const job: JobHandle = {
        signal: controller.signal,
        progress(step, done, total) {
          state = record({ ...state, step, done, total });
        },
      };
      const ended = (async () => {
        try {
          const result = await work(job);
          return record({ ...state, state: 'finished', result });
        } catch (error) {
          if (controller.signal.aborted) return record({ ...state, state: 'cancelled' });
          const errorCode = error instanceof HearthError ? error.code : 'internal';
          return record({ ...state, state: 'failed', errorCode });
        } finally {
          running.delete(jobId);
        }
      })();
      running.set(jobId, { controller, ended });
      return jobId;
    },
    cancel(jobId) {
      running.get(jobId)?.controller.abort();
    },
    list: () => [...states.values()],
    async wait(jobId) {
      const found = running.get(jobId);
      if (found) return found.ended;
      const state = states.get(jobId);
      if (!state) throw new HearthError('not-found');
      return state;
    },
    async stop() {
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...running.values()].map((one) => one.ended));
    },
  };
}
