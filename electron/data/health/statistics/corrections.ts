/**
 * Benjamini-Hochberg adjusted p-values, in the order given: the smallest of p·m/rank over all ranks at or above.
 * Source: Benjamini and Hochberg 1995; health.md W9.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const total = pValues.length;
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = new Array<number>(total).fill(1);
  let smallest = 1;
  order.forEach((index, fromLargest) => {
    const rank = total - fromLargest;
    smallest = Math.min(smallest, ((pValues[index] ?? 1) * total) / rank);
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** Bonferroni adjusted p-values, in the order given: p·m, at most 1. Source: Bonferroni 1936; health.md W9. */
export function bonferroni(pValues: readonly number[]): number[] {
  return pValues.map((p) => Math.min(1, p * pValues.length));
}

/**
 * Holm adjusted p-values, in the order given: the largest of p·(m − rank + 1) over all ranks at or below, at most 1.
 * Never larger than Bonferroni's. Source: Holm 1979; health.md W9.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  order.forEach((index, before) => {
    largest = Math.min(1, Math.max(largest, (pValues[index] ?? 1) * (pValues.length - before)));
    adjusted[index] = largest;
  });
  return adjusted;
}
