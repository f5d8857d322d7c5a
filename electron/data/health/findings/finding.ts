import { sayable } from '../../../../shared/domain/health/said-change.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';

/** Percent as the fraction that number formatting expects. */
export function fraction(percent: number): number {
  return percent / 100;
}

/** A share with both ends of its interval, ready for a sentence; undefined where one of them is missing. */
export function shareParams(
  value: PublishedValue | undefined,
): { readonly share: number; readonly lower: number; readonly upper: number } | undefined {
  const found = sayable(value);
  if (!found || found.lower === null || found.upper === null) return undefined;
  return { share: fraction(found.value), lower: fraction(found.lower), upper: fraction(found.upper) };
}
