import type { DataContext } from '../service/context.ts';

/** Used when the setting is missing, in milliseconds. */
const defaultUndoWindowMs = 10_000;

/** How long a decision waits before it may leave, in milliseconds: the time in which it can be taken back for certain. */
export function undoWindowMs(context: Pick<DataContext, 'setting'>): number {
  const seconds = context.setting<number>('decisions.undoSeconds');
  return typeof seconds === 'number' && seconds >= 0 ? seconds * 1000 : defaultUndoWindowMs;
}
