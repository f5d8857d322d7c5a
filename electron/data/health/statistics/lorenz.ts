const STEPS = 10;

/**
 * Lorenz curve in ten fixed steps: the share of everything that the least active k tenths of people make, k = 0 to 10.
 * Eleven points from 0 to 1, straight lines between people. Steps are fixed so that no point stands for one person.
 * Returns undefined when the total is 0. Source: Lorenz 1905.
 */
export function lorenzPoints(values: ArrayLike<number>): number[] | undefined {
  const ascending = Float64Array.from(values).sort();
  const upTo = [0];
  for (const value of ascending) upTo.push((upTo.at(-1) ?? 0) + value);
  const total = upTo.at(-1) ?? 0;
  if (!(total > 0)) return undefined;
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const people = (ascending.length * step) / STEPS;
    const whole = Math.floor(people);
    const made = (upTo[whole] ?? total) + (people - whole) * (ascending[whole] ?? 0);
    return Math.min(1, made / total);
  });
}
