import type { Instant } from '../../../../shared/domain/ids.ts';
import type { SeededRandom } from '../world/random.ts';

/** The newest message of a thread that others may answer. Written by people who have been here for more than 30 days. */
export interface OpenThread {
  readonly thread: number;
  readonly message: number;
  readonly author: number;
  readonly at: Instant;
  readonly space: number;
}

/** So many threads can be answered at once; older ones go under. */
const KEPT = 4_096;
const TRIES = 8;

/** Threads that people may come across. A fixed number, so that memory does not grow with the years. */
export class OpenThreads {
  readonly #threads: OpenThread[] = [];
  #next = 0;

  add(thread: OpenThread): void {
    this.#threads[this.#next] = thread;
    this.#next = (this.#next + 1) % KEPT;
  }

  /** One at random that was there before `at` and passes, or undefined. With `follow`, sees to it that the thread goes on there. */
  find(random: SeededRandom, at: Instant, passes: (thread: OpenThread) => boolean): FoundThread | undefined {
    if (this.#threads.length === 0) return undefined;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const place = Math.floor(random.next() * this.#threads.length);
      const thread = this.#threads[place];
      if (thread === undefined || thread.at + 60_000 > at || !passes(thread)) continue;
      return {
        thread,
        follow: (next) => {
          this.#threads[place] = { ...thread, ...next };
        },
      };
    }
    return undefined;
  }
}

export interface FoundThread {
  readonly thread: OpenThread;
  readonly follow: (next: Pick<OpenThread, 'message' | 'author' | 'at'>) => void;
}
