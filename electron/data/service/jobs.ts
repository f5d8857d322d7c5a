import { randomUUID } from 'node:crypto';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { JobKind, JobState } from '../../../shared/ipc/topics/jobs.ts';

/** What running work is given: a way to say how far it is, and the signal that a person pressed cancel. */
export interface JobHandle {
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
}
export type JobResult = Readonly<Record<string, string | number | boolean | null>>;

export type JobWork = (job: JobHandle) => Promise<JobResult>;

export interface JobRunner {
  /**
   * Starts work and answers at once with its id: a new one, or the one that whoever asks has made up. Throws HearthError
   * `vault-locked` once everything has been stopped, and `busy` where work of this id runs.
   */
  readonly start: (kind: JobKind, work: JobWork, jobId?: string) => string;
  /**
   * For work of which only one of a kind may run. `prepare` checks what is asked for and starts the work. The place is taken
   * before that begins, so that nobody gets in while it waits. Rejects with HearthError `busy` where somebody has it.
   */
  readonly alone: <T>(kind: JobKind, prepare: (start: (work: JobWork) => string) => Promise<T>) => Promise<T>;
  /** Whether work of this kind runs, or is about to. */
  readonly isBusy: (kind: JobKind) => boolean;
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
  const prepared = new Set<JobKind>();
  let stopped = false;

  function record(state: JobState): JobState {
    states.set(state.jobId, state);
    const ended = [...states.values()].filter((one) => one.state !== 'running');
    for (const old of ended.slice(0, Math.max(0, ended.length - finishedJobsKept))) states.delete(old.jobId);
    announce(state);
    // An answer is all that is left of a question: it must not push out how an import ended.
    if (state.kind === 'health' && state.state !== 'running') states.delete(state.jobId);
    return state;
  }

  function isBusy(kind: JobKind): boolean {
    return prepared.has(kind) || [...states.values()].some((one) => one.kind === kind && one.state === 'running');
  }

  const runner: JobRunner = {
    start(kind, work, jobId = randomUUID()) {
      if (stopped) throw new HearthError('vault-locked');
      if (running.has(jobId)) throw new HearthError('busy');
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
    async alone(kind, prepare) {
      if (isBusy(kind)) throw new HearthError('busy');
      prepared.add(kind);
      try {
        return await prepare((work) => runner.start(kind, work));
      } finally {
        prepared.delete(kind);
      }
    },
    isBusy,
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
      stopped = true;
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...running.values()].map((one) => one.ended));
    },
  };
  return runner;
}
