import type { DataContext } from '../service/context.ts';

/** What syncing needs besides the context. Tests put their own here. */
export interface SyncTools {
  readonly context: DataContext;
  /** Numbers from 0 up to 1, for back-off. */
  readonly random: () => number;
  /**
   * How long after the start of a request it may still take effect although no answer came, in milliseconds. Longer than any
   * connector waits for an answer.
   */
  readonly settlingMs: number;
  /** Milliseconds that only ever grow while this process runs, whatever happens to the clock on the wall. */
  readonly monotonic: () => number;
  /** Called at the points of a send where a crash would hurt most; does nothing in the product. */
  readonly reached: (point: SendPoint) => void | Promise<void>;
}

export type SendPoint = 'before-mark' | 'marked' | 'answered' | 'noted' | 'confirmed' | 'applied';

/** The tools of the product. Connectors give up after a minute at most. */
export function productTools(context: DataContext): SyncTools {
  return {
    context,
    random: Math.random,
    settlingMs: 3 * 60_000,
    monotonic: () => performance.now(),
    reached: () => undefined,
  };
}
