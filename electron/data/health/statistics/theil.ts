/** A group's size and its rate of something good, such as staying. */
export interface GroupRate {
  readonly size: number;
  readonly rate: number;
}

/** How unequal rates are between groups; both measures are 0 where all are equal. */
export interface Inequality {
  /** Rate of everybody together. */
  readonly mean: number;
  readonly theil: number;
  /** Mean log deviation; undefined where a group's rate is 0. */
  readonly meanLogDeviation: number | undefined;
}

/**
 * Theil index T = Σ w·r·ln r and mean log deviation −Σ w·ln r, with w a group's share of people and r its rate ÷ mean.
 * A rate of 0 adds nothing to T. Groups without people are left out. Undefined where no group has people or the mean
 * is 0. Only the change over time means anything. Source: WHO HEAT technical notes; health.md Z19, W10.
 */
export function inequalityOf(groups: readonly GroupRate[]): Inequality | undefined {
  const counted = groups.filter((group) => group.size > 0);
  const people = counted.reduce((sum, { size }) => sum + size, 0);
  const mean = counted.reduce((sum, { size, rate }) => sum + (size / people) * rate, 0);
  if (!(mean > 0)) return undefined;
  let theil = 0;
  let deviation = 0;
  for (const { size, rate } of counted) {
    const weight = size / people;
    const ratio = rate / mean;
    if (ratio > 0) theil += weight * ratio * Math.log(ratio);
    deviation -= weight * Math.log(ratio);
  }
  return { mean, theil, meanLogDeviation: Number.isFinite(deviation) ? deviation : undefined };
}
