/**
 * Smallest number of people who together made at least a share (default half) of all contributions.
 * Undefined without contributions. A low number is a care risk; who the people are never leaves the data.
 * Source: CHAOSS Contributor Absence Factor; health.md Z15, W10.
 */
export function absenceFactor(contributions: ArrayLike<number>, share = 0.5): number | undefined {
  const largestFirst = Float64Array.from(contributions).sort().reverse();
  const total = largestFirst.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return undefined;
  let reached = 0;
  let people = 0;
  for (const value of largestFirst) {
    if (reached >= total * share) break;
    reached += value;
    people += 1;
  }
  return people;
}
