import { setImmediate as nextTurn } from 'node:timers/promises';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { JobHandle } from './jobs.ts';

/** How long work goes on before others get their turn: less than a frame, so that nobody notices. */
const MS_A_TURN = 8;
const MS_BETWEEN_WORDS = 100;

/**
 * The turns that long work takes in the one thread that also answers the window. It asks for its next turn as often as it
 * likes: only where the present one is used up do others come first. There too it learns that nobody wants it any more.
 */
export class Turns {
  readonly #job: JobHandle | null;
  #began = performance.now();
  #step = '';
  #toldAt = 0;

  /** Of a job that tells its progress and may be cancelled, or of work that does neither. */
  constructor(job: JobHandle | null = null) {
    this.#job = job;
  }

  /** Says how far the work is: at once when a step begins, and then at most ten times a second. */
  progress(step: string, done: number, total: number | null): void {
    const now = performance.now();
    if (step === this.#step && now - this.#toldAt < MS_BETWEEN_WORDS) return;
    this.#step = step;
    this.#toldAt = now;
    this.#job?.progress(step, done, total);
  }

  /** Lets others go first where this turn is used up. Rejects with HearthError `cancelled` once nobody wants the work. */
  async next(): Promise<void> {
    if (this.#isOver()) await this.#pause();
  }

  /** Lets others go first whatever is left of this turn: before a step that can't be stopped. Rejects as `next` does. */
  async yield(): Promise<void> {
    await this.#pause();
  }

  /** Does work in steps, over as many turns as it takes. Rejects as `next` does; the work then ends where it is. */
  async run<T>(steps: Generator<void, T, void>): Promise<T> {
    try {
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
        if (this.#isOver()) await this.#pause();
      }
    } finally {
      steps.return(undefined as T);
    }
  }

  #isOver(): boolean {
    return performance.now() - this.#began >= MS_A_TURN;
  }

  async #pause(): Promise<void> {
    await nextTurn();
    if (this.#job?.signal.aborted) throw new HearthError('cancelled');
    this.#began = performance.now();
  }
}
