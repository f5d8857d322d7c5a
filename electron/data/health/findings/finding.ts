import type { PublishedValue } from '../../../../shared/domain/published.ts';

/** The number of a published value that may be said in a sentence; undefined where there is none or its period is open. */
export function sayable(value: PublishedValue | undefined): Extract<PublishedValue, { value: number }> | undefined {
  return value && (value.mark === 'shown' || value.mark === 'uncertain') ? value : undefined;
}

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
