import type { Published } from '../../../../shared/domain/published.ts';
import { mint } from './mint.ts';

/** A published value as it is kept in the store. */
export function keptAsText<T>(value: Published<T>): string {
  return JSON.stringify(value);
}

/** What was kept of a published value is published still: it passed the rules of its day and is never computed again. */
export function reviveRelease<T>(kept: string): Published<T> {
  return mint(JSON.parse(kept) as T);
}
