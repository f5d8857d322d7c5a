import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { JobHandle } from '../../service/jobs.ts';

/** Who goes from one dashboard to the next leaves the work for a moment, and wants to find it where it was. */
const MS_TO_COME_BACK = 1_000;

/**
 * Long work that several ask for and that is done once: whoever comes later joins in. It goes on as long as somebody wants
 * it, and a moment longer.
 */
export class SharedWork<Value> {
  readonly #controller = new AbortController();
  readonly #askers = new Set<JobHandle>();
  readonly #value: Promise<Value>;
  readonly #msToComeBack: number;
  #isWantedAnyway = false;
  #told: Parameters<JobHandle['progress']> | null = null;

  constructor(work: (job: JobHandle) => Promise<Value>, msToComeBack = MS_TO_COME_BACK) {
    this.#msToComeBack = msToComeBack;
    this.#value = work({
      signal: this.#controller.signal,
      progress: (...told) => {
        this.#told = told;
        for (const job of this.#askers) job.progress(...told);
      },
    });
    // Whoever asks hears of a failure; that nobody does is no failure.
    this.#value.catch(() => undefined);
  }

  /** Calls `forget` if the work fails: what failed is not to be answered again. */
  whenFailed(forget: () => void): void {
    this.#value.catch(forget);
  }

  /** Everybody has left: what comes of it is not to be waited for. */
  get isGivenUp(): boolean {
    return this.#controller.signal.aborted;
  }

  #giveUpUnlessWanted(): void {
    if (this.#askers.size === 0 && !this.#isWantedAnyway) this.#controller.abort();
  }

  /** What comes of the work. Rejects with HearthError `cancelled` when the asker's own job is cancelled. */
  ask(job: JobHandle | null): Promise<Value> {
    if (job === null) {
      this.#isWantedAnyway = true;
      return this.#value;
    }
    this.#askers.add(job);
    if (this.#told) job.progress(...this.#told);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#askers.delete(job);
        if (this.#askers.size === 0) setTimeout(() => this.#giveUpUnlessWanted(), this.#msToComeBack).unref();
        reject(new HearthError('cancelled'));
      };
      const end = () => {
        this.#askers.delete(job);
        job.signal.removeEventListener('abort', leave);
      };
      if (job.signal.aborted) leave();
      else job.signal.addEventListener('abort', leave, { once: true });
      this.#value.then(resolve, reject).finally(end);
    });
  }
}
