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
