import type { PublishedValue } from '../published.ts';

/** A published value that holds a number. */
export type Said = Extract<PublishedValue, { value: number }>;

/** The number of a published value that may be said in a sentence; undefined where there is none or its period is open. */
export function sayable(value: PublishedValue | undefined): Said | undefined {
  return value && (value.mark === 'shown' || value.mark === 'uncertain') ? value : undefined;
}

/** Where intervals overlap there is no direction: the difference may be chance. */
export function directionOf(now: Said, before: Said): 'Up' | 'Down' | 'Same' {
  const lower = now.lower ?? now.value;
  const upper = now.upper ?? now.value;
  if (lower > (before.upper ?? before.value)) return 'Up';
  if (upper < (before.lower ?? before.value)) return 'Down';
  return 'Same';
}
