import type { Published } from '../../../../shared/domain/published.ts';

/** Declares a value published. Only files of this folder call it, after the rules have been applied. */
export function mint<T>(value: T): Published<T> {
  return value as Published<T>;
}
