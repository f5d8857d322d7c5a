import { readingOf } from '../../../../shared/domain/health/reading.ts';
import type { RetentionTable } from '../../../../shared/ipc/topics/health.ts';

/**
 * The cohorts from the first one on that anybody is told to be in. Where people may have joined before the data start, the
 * first months hold nobody, and their empty rows would make the whole table wider than what it says. A hidden size is no zero.
 */
export function cohortsFromFirst(cohorts: RetentionTable['cohorts']): RetentionTable['cohorts'] {
  const first = cohorts.findIndex(({ size }) => readingOf(size)?.value !== 0);
  return first === -1 ? [] : cohorts.slice(first);
}
